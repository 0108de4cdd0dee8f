import { StateHistory } from '../../../../ui/components/facts/state-steps.tsx'
import { showInstant } from '../../../../ui/format.ts'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import { happeningsOf } from './happenings.ts'
import type { History } from './versions.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** What happened to an item, newest first. */
export function StepLines({ history }: { readonly history: History }) {
  const words = useWords(zh, en).steps
  const language = useLanguage()
  const happenings = happeningsOf(history, language).map(({ at, ...rest }) => ({ ...rest, at: showInstant(at, language) }))
  return happenings.length === 0 ? <p className="z-note">{words.none}</p> : <StateHistory happenings={happenings} />
}
