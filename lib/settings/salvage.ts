import { z } from '../zod.ts';
import { defaultSettings } from './default-settings.ts';
import { settingsSchema, type Settings } from './schema.ts';

/** Settings of which every field holds what may stand there: what is damaged gives way to its default, of rules and lists one by one, and the rest stays as the reader chose it. */
export function salvage(stored: unknown): Settings {
  const whole = settingsSchema.safeParse(stored);
  if (whole.success) return whole.data;
  const fields = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const sound = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    const field = schema.safeParse(soundParts(unwrapped(schema), fields[name]));
    return field.success && fields[name] !== undefined ? [[name, field.data]] : [];
  });
  return { ...defaultSettings, ...(Object.fromEntries(sound) as Partial<Settings>) };
}

/** Of a list or of rules what is sound by itself; anything else as it is. */
function soundParts(schema: z.ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodArray && Array.isArray(value)) return value.filter((one) => z.array(schema.element).safeParse([one]).success);
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodString && typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).filter(([key, one]) => schema.safeParse({ [key]: one }).success));
  return value;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodDefault ? (schema.unwrap() as z.ZodType) : schema;
}
