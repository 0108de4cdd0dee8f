import { instant } from '../../../kernel/instant.ts'
import { StateHistory } from '../../../ui/components/facts/state-steps.tsx'
import type { Tone } from '../../../ui/components/mark/state-word.tsx'
import { Sheet } from '../../../ui/components/page/sheet.tsx'
import { showInstant } from '../../../ui/format.ts'
import { useLanguage, useWords } from '../../../ui/words.ts'
import type { ApplicationView } from '../core/application/views.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const TONES: Readonly<Record<string, Tone>> = {
  'application-submitted': 'running',
  'application-returned': 'waiting',
  'application-approved': 'done',
  'application-rejected': 'failing',
  'application-withdrawn': 'ended',
}

/** What happened to an application, newest first, as the record has it. */
export function HistorySheet({ view }: { readonly view: ApplicationView }) {
  const words = useWords(zh, en).own
  const language = useLanguage()
  const names: Readonly<Record<string, string>> = words.happenings
  const happenings = view.history.toReversed().map(({ at, type, by, note }) => ({
    at: showInstant(instant(at), language),
    what: names[type] ?? type,
    who: words.by[by],
    tone: TONES[type] ?? ('idle' as const),
    ...(note !== null && { why: note }),
  }))
  return (
    <Sheet title={words.history}>
      <StateHistory happenings={happenings} />
    </Sheet>
  )
}
