import type { Language } from '../../../../ui/words.ts'

type Issue = { readonly message: string }
/** The part of a zod schema a field needs. */
export type FieldSchema = {
  readonly safeParse: (value: unknown) => { readonly success: boolean; readonly error?: { readonly issues: readonly Issue[] } | undefined }
}

/** The first fault of a value by the schema the server uses too, in the person's language; null when it passes. Schemas write `中文|English`. */
export function faultOf(schema: FieldSchema, value: unknown, language: Language): string | null {
  const parsed = schema.safeParse(value)
  if (parsed.success) return null
  const message = parsed.error?.issues[0]?.message ?? ''
  const [zh = '', en = zh] = message.split('|')
  return language === 'zh' ? zh : en
}

/** An Ant Design rule out of a schema. A blank field says only that it is required. */
export function ruleOf(schema: FieldSchema, required: string, language: Language) {
  return {
    required: true,
    validator: async (_: unknown, value: unknown) => {
      const told = value === undefined || value === null || value === '' ? required : faultOf(schema, value, language)
      if (told !== null) throw new Error(told)
    },
  }
}
