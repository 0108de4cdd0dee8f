import { useWords } from '../../../../../ui/words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** The drill and its certificate. */
export function DrillStep({ rehearsal }: { readonly rehearsal: boolean }) {
  const words = useWords(zh, en).drill
  return <p>{rehearsal ? words.notNeeded : words.absent}</p>
}
