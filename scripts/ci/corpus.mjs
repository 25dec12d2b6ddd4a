// Judges what `npm run corpus` printed: no file fails, no word is lost, none
// is invented.
import { readFileSync } from 'node:fs';

const { files, totals } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

for (const file of files) {
  if (file.error || file.lostWords || file.inventedWords) {
    console.log(
      `${file.file}: ${file.error ?? 'read'}, ${
        file.lostWords ?? '?'
      } words lost, ${file.inventedWords ?? '?'} invented`,
    );
  }
}
console.log(
  `${totals.files} files: ${totals.failed} failed, ${totals.lostWords} words lost, ${totals.inventedWords} invented`,
);
const holds =
  totals.files > 0 &&
  totals.failed === 0 &&
  totals.lostWords === 0 &&
  totals.inventedWords === 0;
process.exit(holds ? 0 : 1);
