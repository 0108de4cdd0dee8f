import type { FormInstance } from 'antd'
import type { Told } from '../../client.ts'
import type { Language } from '../../words.ts'

export type FieldError = { readonly name: (string | number)[]; readonly errors: string[] }

/** Field faults of the server as Ant Design form errors: `evidence.0.issuer` → ['evidence', 0, 'issuer']; faults on one field are gathered. */
export function fieldErrorsOf(refusal: Told, language: Language): FieldError[] {
  const byPath = Map.groupBy(refusal.fields ?? [], fault => fault.path)
  return [...byPath].map(([path, faults]) => ({ name: nameOf(path), errors: faults.map(fault => fault[language]) }))
}

function nameOf(path: string): (string | number)[] {
  return path
    .replace(/^body\./, '')
    .split('.')
    .map(part => (/^\d+$/.test(part) ? Number(part) : part))
}

/** Shows the field faults of a refusal beside their fields and brings the first into view. Returns whether there were any. */
export function showFieldErrors(form: FormInstance, refusal: Told, language: Language): boolean {
  const errors = fieldErrorsOf(refusal, language)
  form.setFields(errors.map(error => ({ name: error.name as never, errors: error.errors })))
  const first = errors[0]
  if (first) form.scrollToField(first.name as never, { focus: true })
  return first !== undefined
}
