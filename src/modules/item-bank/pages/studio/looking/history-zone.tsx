import { instant } from '../../../../../kernel/instant.ts'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { type Happening, StateHistory } from '../../../../../ui/components/facts/state-steps.tsx'
import type { Tone } from '../../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import { showInstant } from '../../../../../ui/format.ts'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { type Language, fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { showHistory } from '../../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { Comments } from './comments.tsx'

type History = AnswerOf<typeof showHistory>

/** Remarks on the item and what has happened to it, newest first. */
export function HistoryZone({ itemId, itemVersionId }: { readonly itemId: string; readonly itemVersionId: string }) {
  const words = useWords(zh, en).history
  const language = useLanguage()
  const read = useRead(showHistory, { params: { itemId } })
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  if (read.isPending) return <WaitingSkeleton lines={4} head={false} />
  return (
    <div className="z-stack">
      <Comments itemVersionId={itemVersionId} comments={read.data.comments} />
      <section>
        <h3>{words.steps}</h3>
        <StateHistory happenings={happeningsOf(read.data, language)} />
      </section>
    </div>
  )
}

const TONES: Readonly<Record<string, Tone>> = {
  'item-version-passed': 'done',
  'item-version-approved': 'done',
  'item-made-operational': 'done',
  'item-version-sent': 'running',
  'item-version-returned': 'failing',
  'item-version-withdrawn': 'ended',
  'item-version-retired': 'ended',
}

function happeningsOf({ steps, versions, verdicts }: History, language: Language): Happening[] {
  const words = { zh, en }[language].history
  const isKnown = (type: string): type is keyof typeof words.events => type in words.events
  return steps
    .toSorted((a, b) => b.at - a.at)
    .map(step => {
      const version = versions.find(one => one.itemVersionId === step.itemVersionId)
      const verdict = verdicts.find(one => one.at === step.at && one.itemVersionId === step.itemVersionId)
      const what = words.events[isKnown(step.type) ? step.type : 'other']
      const happening: Happening = {
        at: showInstant(instant(step.at), language),
        what: version === undefined ? what : `${what}　${fill(words.versionOf, { n: version.version })}`,
        tone: TONES[step.type] ?? 'idle',
      }
      return verdict === undefined ? happening : { ...happening, who: verdict.person, why: verdict.note }
    })
}
