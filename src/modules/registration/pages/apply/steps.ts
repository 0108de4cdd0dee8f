import { FACT_SECTIONS } from '../../core/application/application-draft.ts'

/** The steps of the form, in their order. */
export const STEPS = ['level', 'person', 'facts', 'documents', 'check'] as const
export type StepName = (typeof STEPS)[number]

/** The step in which a field is filled in. */
export function stepOf(path: string): StepName {
  const head = path.split('.')[0] ?? ''
  if (['level', 'siteCode', 'papers'].includes(head)) return 'level'
  if (FACT_SECTIONS.some(section => section === head)) return 'facts'
  if (head === 'photo' || head === 'documents') return 'documents'
  return head === 'clauseId' ? 'check' : 'person'
}
