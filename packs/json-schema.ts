import { z } from 'zod';
import { correctionsFileSchema, entitySchema, packFileSchema, packManifestSchema, sourcesFileSchema } from '../lib/pack/schema.ts';

/** The published JSON Schemas by file name under `packs/schema/`, made from the schemas the code checks with. */
export function jsonSchemas(): Record<string, string> {
  const schemas = { entity: entitySchema, sources: sourcesFileSchema, corrections: correctionsFileSchema, manifest: packManifestSchema, 'pack-file': packFileSchema };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`,
    ]),
  );
}
