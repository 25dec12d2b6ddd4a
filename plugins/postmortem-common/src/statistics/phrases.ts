/** `1,234` */
export function count(n: number): string {
  return n.toLocaleString('en-US');
}

/** `1 incident`, `2 incidents` */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** `63%` */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** `1 h 35 min`, of minutes. */
export function duration(minutes: number): string {
  const whole = Math.round(minutes);
  const days = Math.floor(whole / 1440);
  const hours = Math.floor((whole % 1440) / 60);
  const rest = whole % 60;
  const parts = [
    days > 0 ? `${count(days)} d` : '',
    hours > 0 ? `${hours} h` : '',
    // Of something that took days, minutes say nothing.
    days === 0 && (rest > 0 || hours === 0) ? `${rest} min` : '',
  ];
  return parts.filter(text => text !== '').join(' ');
}

/** Two significant digits: `1.7`, `0.33`, `12`. */
export function times(ratio: number): string {
  return ratio >= 10
    ? count(Math.round(ratio))
    : String(Number(ratio.toPrecision(2)));
}

/** `checkout`, of `component:default/checkout`. */
export function nameOf(entityRef: string): string {
  return entityRef.slice(entityRef.lastIndexOf('/') + 1);
}
