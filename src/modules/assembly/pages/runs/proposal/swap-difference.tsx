import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { TYPE_NAMES } from '../../../../item-bank/contract.ts'
import { type listCandidates, previewSwap, showMillionths } from '../../../contract.ts'
import { marksText, thousandths } from '../../facts/show.ts'
import { en as factsEn } from '../../facts/words.en.ts'
import { zh as factsZh } from '../../facts/words.zh.ts'
import { type EffectRow, effectRows } from './effect-rows.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Candidate = AnswerOf<typeof listCandidates>['candidates'][number]
type Place = Candidate['item']
/** A form of a run and a place in it, from 1. */
export type SwapPlace = { readonly runId: string; readonly number: number; readonly place: number }
type Props = { readonly at: SwapPlace; readonly current: Place; readonly chosen: Candidate }

/** What a swap would do, before it is done: constraints it breaks, change of the objective, both items side by side, the whole form. */
export function SwapDifference({ at, current, chosen: { item, breaks, gain } }: Props) {
  const words = useWords(zh, en).swap
  const language = useLanguage()
  const facts = useFacts()
  return (
    <>
      <div className="z-swap-verdict" role="status">
        <Verdict breaks={breaks.length} strong />
        <span>{`${words.gain} ${gainText(gain)}`}</span>
      </div>
      {breaks.length > 0 && (
        <>
          <ul className="z-swap-breaks">
            {breaks.map((said, at) => (
              <li key={at}>{said[language]}</li>
            ))}
          </ul>
          <p>{words.forbidden}</p>
        </>
      )}
      <BeforeAfter rows={facts.map(([name, of]) => ({ name, before: of(current), after: of(item) }))} />
      <WholeForm at={at} candidateId={item.itemId} />
    </>
  )
}

/** The whole form with the item put in, worked out by the server and not kept. */
function WholeForm({ at, candidateId }: { readonly at: SwapPlace; readonly candidateId: string }) {
  const words = useWords(zh, en).effect
  const language = useLanguage()
  const read = useRead(previewSwap, { params: { ...at, candidateId } })
  if (read.isError) return <RefusalNote refusal={read.error.told} what={words.refused} onRetry={() => void read.refetch()} />
  if (read.isPending) return <WaitingSkeleton lines={4} head={false} />
  const { changes } = read.data
  return (
    <section className="z-swap-whole" aria-label={words.title}>
      <h3>
        {words.title}
        <span className="z-note">{words.note}</span>
      </h3>
      {changes.enemies.length > 0 && (
        <StateWord tone="failing" sentence>
          {fill(words.enemies, { codes: changes.enemies.join(language === 'zh' ? '、' : ', ') })}
        </StateWord>
      )}
      <BeforeAfter rows={effectRows(changes, language)} />
    </section>
  )
}

/** Facts before and after, those that change marked. */
function BeforeAfter({ rows }: { readonly rows: readonly EffectRow[] }) {
  const words = useWords(zh, en).swap
  return (
    <table className="z-proof z-swap-facts">
      <thead>
        <tr>
          <th scope="col">{words.fact}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <FactRow key={row.name} {...row} />
        ))}
      </tbody>
    </table>
  )
}

function FactRow({ name, before, after }: EffectRow) {
  const words = useWords(zh, en).swap
  return (
    <tr className={before === after ? '' : 'z-swap-changed'}>
      <th scope="row">{name}</th>
      <td>{before}</td>
      <td>
        {after}
        {before !== after && <span className="z-note">{` ${words.changed}`}</span>}
      </td>
    </tr>
  )
}

/** The facts of an item that a swap may change, by name. */
function useFacts(): readonly (readonly [string, (item: Place) => string])[] {
  const words = useWords(zh, en).swap
  const list = useWords(factsZh, factsEn).list
  const language = useLanguage()
  return [
    [words.code, item => item.code],
    [words.area, item => item.path.join('／')],
    [words.points, item => item.points.join('、') || words.noPoint],
    [words.type, item => TYPE_NAMES[item.type][language]],
    [words.marks, item => marksText(item.marks)],
    [words.difficulty, item => String(item.difficulty)],
    [words.scale, item => `${thousandths(item.b)}${item.isCalibrated ? '' : ` ${list.estimate}`}`],
    [list.importance, item => item.importance],
    [list.seconds, item => String(item.seconds ?? list.none)],
    [words.exposure, item => String(item.exposure)],
  ]
}

/** How many constraints would break. */
export function Verdict({ breaks, strong = false }: { readonly breaks: number; readonly strong?: boolean }) {
  const words = useWords(zh, en).swap
  return (
    <StateWord tone={breaks === 0 ? 'done' : 'failing'} strong={strong}>
      {breaks === 0 ? words.clean : fill(words.breaks, { n: breaks })}
    </StateWord>
  )
}

/** A change of the objective with its sign. */
export function gainText(gain: number): string {
  return gain > 0 ? `+${showMillionths(gain)}` : showMillionths(gain).replace('-', '−')
}
