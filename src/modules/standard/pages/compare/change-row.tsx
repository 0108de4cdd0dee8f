import { StateWord, type Tone } from '../../../../ui/components/mark/state-word.tsx'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import type { Change, EditionDiff, EditionId, Side } from '../../contract.ts'
import { SourceMark } from '../reading/marks.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { nameInGroup, onlyConditionsDiffer, sideLines } from './change-view.ts'
import type { Stretch } from './text-diff.ts'

const TONES: Readonly<Record<Change['kind'], Tone>> = { added: 'done', removed: 'failing', changed: 'running' }

/** One difference: what it is about, and what either edition says, each with its source. */
export function ChangeRow({ change, diff }: { readonly change: Change; readonly diff: EditionDiff }) {
  const words = useWords(zh, en).compare
  const language = useLanguage()
  const lines = sideLines(change, language)
  return (
    <article className={`z-change z-change-${change.kind}`}>
      <header>
        <h3>{nameInGroup(change.path, language)}</h3>
        <StateWord tone={TONES[change.kind]}>{words[change.kind]}</StateWord>
      </header>
      <ChangeSide lines={lines.from} side={change.kind === 'added' ? null : change.from} edition={diff.from} which="from" />
      <ChangeSide lines={lines.to} side={change.kind === 'removed' ? null : change.to} edition={diff.to} which="to" />
      {onlyConditionsDiffer(change, language) && <p className="z-note">{words.predicates}</p>}
    </article>
  )
}

type SideProps = {
  readonly lines: readonly (readonly Stretch[])[] | null
  readonly side: Side | null
  readonly edition: EditionId
  readonly which: 'from' | 'to'
}

function ChangeSide({ lines, side, edition, which }: SideProps) {
  const words = useWords(zh, en)
  return (
    <div className={`z-change-side z-change-${which}`} data-edition={words.editions[edition]}>
      {lines === null || side === null ? (
        <p className="z-std-silent">{words.compare.missing}</p>
      ) : (
        <>
          {lines.map((line, at) => (
            <p key={at}>
              {line.map((stretch, place) =>
                stretch.own ? <mark key={place}>{stretch.text}</mark> : <span key={place}>{stretch.text}</span>,
              )}
            </p>
          ))}
          <p className="z-change-source">
            <SourceMark of={side.provenance} spelt />
            {side.edition !== edition && <span>{fill(words.compare.inherited, { edition: words.editions[side.edition] })}</span>}
          </p>
        </>
      )}
    </div>
  )
}
