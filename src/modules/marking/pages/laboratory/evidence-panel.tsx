import { hundredths } from '../../../../kernel/marks.ts'
import type { AnswerOf } from '../../../../ui/client.ts'
import { StateWord, type Tone } from '../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { showMarks } from '../../../../ui/format.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { readEvidence } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Evidence = AnswerOf<typeof readEvidence>
type Item = Evidence['items'][number]
type Check = Item['checks'][number]

const TONES: Readonly<Record<Check['status'], Tone>> = {
  full: 'done',
  partial: 'waiting',
  none: 'failing',
  gated: 'failing',
  manual: 'waiting',
  'not-asked': 'ended',
}

/** What the laboratory found in the worlds of a script, item by item and check by check; each world can be played back from its evidence. */
export function EvidencePanel({ sittingId, scriptId }: { readonly sittingId: string; readonly scriptId: string }) {
  const words = useWords(zh, en).laboratory
  const read = useRead(readEvidence, { params: { sittingId, scriptId } })
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  if (read.data === undefined) return <WaitingSkeleton lines={8} />
  const { total, maximum, items } = read.data
  return (
    <div className="z-evidence">
      {items.map(item => (
        <ItemEvidence key={item.itemId} item={item} />
      ))}
      <div className="z-mark-total">
        <span>{words.total}</span>
        <output>{total === null ? words.open : `${showMarks(hundredths(total))} / ${showMarks(hundredths(maximum))}`}</output>
      </div>
    </div>
  )
}

function ItemEvidence({ item }: { readonly item: Item }) {
  const words = useWords(zh, en).laboratory
  const language = useLanguage()
  const earned = item.earned === null ? '—' : showMarks(hundredths(item.earned), language)
  return (
    <section aria-label={item.title}>
      <h3 className="z-criterion-head">
        <span>{item.title}</span>
        <strong>{`${earned} / ${showMarks(hundredths(item.marks), language)}`}</strong>
      </h3>
      {item.replay === null && <p className="z-note">{words.untouched}</p>}
      {item.replay !== null && (
        <>
          <p className="z-note">
            {fill(words.found, { got: item.got / 100, most: item.most / 100 })}
            {item.taken > 0 && fill(words.taken, { n: item.taken / 100 })}
            {'　'}
            <a href={replayAt(item.replay)}>{words.replay}</a>
          </p>
          <ul>
            {item.checks.map(check => (
              <CheckLine key={check.id} check={check} replay={item.replay} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function CheckLine({ check, replay }: { readonly check: Check; readonly replay: Item['replay'] }) {
  const words = useWords(zh, en).laboratory
  const at = check.witness[0] ?? check.counter[0]
  const isPlain = check.max === 0
  return (
    <li>
      <p className="z-criterion-head">
        <span>{check.say}</span>
        <StateWord tone={TONES[check.status]}>
          {isPlain ? words.state[check.status] : `${check.got / 100} / ${check.max / 100}　${words.state[check.status]}`}
        </StateWord>
      </p>
      {check.status !== 'full' && check.expected !== '' && (
        <p className="z-note">{fill(words.compared, { expected: check.expected, actual: check.actual })}</p>
      )}
      {replay !== null && at !== undefined && (
        <p className="z-note">
          <a href={replayAt(replay, at)}>{fill(words.at, { n: at })}</a>
        </p>
      )}
    </li>
  )
}

/** The laboratory plays a world of an exam back by its attempt, which names nobody. */
function replayAt({ ownerId, worldId }: NonNullable<Item['replay']>, seq?: number): string {
  const query = new URLSearchParams({ owner: ownerId, ...(seq === undefined ? {} : { seq: String(seq) }) })
  return `/lab/worlds/${worldId}/replay?${query}`
}
