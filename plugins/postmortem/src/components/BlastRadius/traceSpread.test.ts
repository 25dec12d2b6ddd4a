import type { Entity } from '@backstage/catalog-model';
import { traceSpread } from './traceSpread';

/**
 * A catalog as a list of sentences such as `payments dependsOn ledger`, each
 * with its opposite on the other side. Names have their kind where they are no
 * components.
 */
function catalogOf(...sentences: string[]) {
  const opposites: Record<string, string> = {
    dependsOn: 'dependencyOf',
    consumesApi: 'apiConsumedBy',
    providesApi: 'apiProvidedBy',
    partOf: 'hasPart',
  };
  const entities = new Map<string, Entity>();
  const get = (text: string) => {
    const ref = refTo(text);
    const [kind, name] = ref.replace('default/', '').split(':');
    const entity = entities.get(ref) ?? {
      apiVersion: 'v1',
      kind,
      metadata: { name, namespace: 'default' },
      relations: [],
    };
    entities.set(ref, entity);
    return entity;
  };
  for (const sentence of sentences) {
    const [from, type, to] = sentence.split(' ');
    get(from).relations!.push({ type, targetRef: refTo(to) });
    get(to).relations!.push({ type: opposites[type], targetRef: refTo(from) });
  }
  return jest.fn(async (refs: string[]) =>
    refs.flatMap(ref => entities.get(ref) ?? []),
  );
}

function refTo(text: string): string {
  const [kind, name] = text.includes(':')
    ? text.split(':')
    : ['component', text];
  return `${kind}:default/${name}`;
}

const refs = (...texts: string[]) => texts.map(refTo);

describe('traceSpread', () => {
  it('finds the shortest declared path to each affected entity', async () => {
    const lookUp = catalogOf(
      'ledger dependsOn resource:ledger-db',
      'payments dependsOn ledger',
      'checkout dependsOn payments',
      'checkout dependsOn ledger',
    );

    const { affected } = await traceSpread(
      {
        causes: refs('resource:ledger-db'),
        affected: refs('ledger', 'checkout'),
      },
      lookUp,
    );

    expect(affected).toEqual([
      {
        entityRef: refTo('ledger'),
        path: refs('resource:ledger-db', 'ledger'),
        isUndeclared: false,
      },
      {
        entityRef: refTo('checkout'),
        path: refs('resource:ledger-db', 'ledger', 'checkout'),
        isUndeclared: false,
      },
    ]);
    expect(lookUp).toHaveBeenCalledTimes(1);
  });

  it('goes through the API that a component provides, and up to its system', async () => {
    const lookUp = catalogOf(
      'ledger providesApi api:ledger-api',
      'refunds consumesApi api:ledger-api',
      'refunds partOf system:payment-processing',
    );

    const { affected } = await traceSpread(
      {
        causes: refs('ledger'),
        affected: refs('system:payment-processing'),
      },
      lookUp,
    );

    expect(affected[0].path).toEqual(
      refs('ledger', 'api:ledger-api', 'refunds', 'system:payment-processing'),
    );
  });

  it('flags what the catalog declares no path to', async () => {
    const lookUp = catalogOf(
      'payments dependsOn ledger',
      'payments partOf system:money',
      'ledger partOf system:money',
      'invoices partOf system:money',
    );

    const { affected } = await traceSpread(
      // To be parts of one system is no dependency.
      { causes: refs('ledger'), affected: refs('payments', 'invoices') },
      lookUp,
    );

    expect(affected.map(({ isUndeclared }) => isUndeclared)).toEqual([
      false,
      true,
    ]);
    expect(affected[1].path).toBeNull();
  });

  it('flags what is farther away than four hops', async () => {
    const lookUp = catalogOf(
      'b dependsOn a',
      'c dependsOn b',
      'd dependsOn c',
      'e dependsOn d',
      'f dependsOn e',
    );

    const { affected } = await traceSpread(
      { causes: refs('a'), affected: refs('e', 'f') },
      lookUp,
    );

    expect(affected.map(({ path }) => path?.length)).toEqual([5, undefined]);
    expect(affected[1].isUndeclared).toBe(true);
  });

  it('goes down from a cause only to what was hit, and from there up again', async () => {
    const lookUp = catalogOf(
      'reports dependsOn resource:shared-db',
      'orders dependsOn resource:shared-db',
      'reports dependsOn resource:cache',
      'basket dependsOn resource:cache',
    );

    const { affected } = await traceSpread(
      {
        causes: refs('reports'),
        affected: refs('resource:shared-db', 'orders', 'basket'),
      },
      lookUp,
    );

    expect(affected[1].path).toEqual(
      refs('reports', 'resource:shared-db', 'orders'),
    );
    expect(affected[2].isUndeclared).toBe(true);
  });

  it('does not go down again once it went up', async () => {
    const lookUp = catalogOf(
      'proxy dependsOn resource:name',
      'proxy dependsOn secrets',
      'app dependsOn proxy',
      'app dependsOn checkout',
    );

    const { affected } = await traceSpread(
      {
        causes: refs('resource:name'),
        affected: refs('proxy', 'secrets', 'checkout'),
      },
      lookUp,
    );

    // The name is what they depend on, and the catalog does not say so.
    expect(affected.map(({ isUndeclared }) => isUndeclared)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('lets a system fail with its parts, but not with those of others', async () => {
    const lookUp = catalogOf(
      'ledger partOf system:money',
      'payments dependsOn ledger',
      'payments partOf system:shop',
      'basket partOf system:shop',
    );

    const { affected } = await traceSpread(
      { causes: refs('system:money'), affected: refs('payments', 'basket') },
      lookUp,
    );

    expect(affected[0].path).toEqual(
      refs('system:money', 'ledger', 'payments'),
    );
    expect(affected[1].isUndeclared).toBe(true);
  });

  it('ends where the catalog goes round in circles', async () => {
    const lookUp = catalogOf('b dependsOn a', 'a dependsOn b', 'x dependsOn y');

    const { affected } = await traceSpread(
      { causes: refs('a'), affected: refs('x') },
      lookUp,
    );

    expect(affected[0].isUndeclared).toBe(true);
  });

  it('says nothing of what the catalog does not know', async () => {
    const lookUp = catalogOf('b dependsOn a');

    const gone = await traceSpread(
      { causes: refs('a'), affected: refs('gone') },
      lookUp,
    );
    const unknownCause = await traceSpread(
      { causes: refs('gone'), affected: refs('b') },
      lookUp,
    );

    expect(gone.affected[0].isUndeclared).toBe(false);
    expect(unknownCause.affected[0].isUndeclared).toBe(false);
  });

  it('names the neighbors that were spared', async () => {
    const lookUp = catalogOf(
      'ledger dependsOn resource:ledger-db',
      'ledger providesApi api:ledger-api',
      'refunds consumesApi api:ledger-api',
      'payments dependsOn ledger',
      'checkout dependsOn payments',
    );

    const spread = await traceSpread(
      { causes: refs('ledger'), affected: refs('refunds') },
      lookUp,
    );

    // The API carried it to what was hit: it was not spared.
    expect(spread.unaffectedDependents).toEqual(refs('payments'));
    expect(spread.unaffectedDependencies).toEqual(refs('resource:ledger-db'));
  });
});
