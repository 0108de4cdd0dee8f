import type { FieldFault } from '../../../../../kernel/result.ts'
import { useWords } from '../../../../../ui/words.ts'
import { type DraftHandle, type Loose, changedFor, oneOf, rowFor, rowsOf, idOf, withoutIds } from '../draft/loose.ts'
import { freshGapKey, gapsInOrder } from '../draft/gap-draft.ts'
import type { EditorProps } from '../editor-props.ts'
import { FieldGroup } from '../fields/field.tsx'
import { FewField, LineField, LinesField, NumberField, TickField } from '../fields/small-fields.tsx'
import { KeyFaults } from '../lists/row-extras.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { GapCard } from './gap-card.tsx'

type Props = {
  readonly draft: DraftHandle
  readonly editor: EditorProps
  /** The texts in which the gaps stand. */
  readonly texts: readonly string[]
  readonly none: string
  readonly onPutBack: (id: string) => void
  /** The part of the content that holds the texts, without this gap. */
  readonly onTakeOut: (id: string) => Loose
}

/** What is right in each gap that is written into, in the order of the text. */
export function WrittenGapsField({ draft, editor, texts, none, onPutBack, onTakeOut }: Props) {
  const words = useWords(zh, en).gaps
  const { gaps } = draft.content
  const order = gapsInOrder(texts, gaps)
  return (
    <FieldGroup title={words.title} path="content.gaps" faults={editor.faults}>
      {order.length === 0 && <p className="z-note">{none}</p>}
      <ol className="z-gap-cards">
        {order.map(({ gap, id, stands }) => (
          <GapCard key={id} id={id} stands={stands} onPutBack={() => onPutBack(id)} onRemove={() => removeGap(draft, id, onTakeOut(id))}>
            <WrittenGapFields draft={draft} editor={editor} gap={gap} id={id} share={order.length > 1} />
          </GapCard>
        ))}
      </ol>
      <KeyFaults path="key.gaps" faults={editor.faults} />
    </FieldGroup>
  )
}

/** Takes a gap out of the text, the settings, the key and the shares. */
export function removeGap(draft: DraftHandle, id: string, texts: Loose): void {
  const rest = (value: unknown) => withoutIds(value, one => one === id)
  draft.change({
    content: { ...texts, gaps: rest(draft.content['gaps']) },
    key: { gaps: rest(draft.key['gaps']) },
    ...(draft.rubric['shares'] !== undefined && { rubric: { shares: rest(draft.rubric['shares']) } }),
  })
}

type GapProps = {
  readonly draft: DraftHandle
  readonly editor: EditorProps
  readonly gap: Loose
  readonly id: string
  readonly share: boolean
}

function WrittenGapFields({ draft, editor, gap, id, share }: GapProps) {
  const words = useWords(zh, en).gaps
  const key = rowFor(draft.key['gaps'], id)
  const kind = oneOf(gap['kind'], ['text', 'number'])
  const at = { gap: placeOf(draft.content['gaps'], id), key: placeOf(draft.key['gaps'], id) }
  const changeGap = (patch: Loose) => draft.change({ content: { gaps: changedFor(draft.content['gaps'], id, patch) } })
  const changeKey = (patch: Loose) => draft.change({ key: { gaps: changedFor(draft.key['gaps'], id, { kind, ...patch }) } })
  const turn = (to: 'text' | 'number') =>
    draft.change({
      content: { gaps: changedFor(draft.content['gaps'], id, { kind: to }) },
      key: { gaps: [...withoutIds(draft.key['gaps'], one => one === id), freshGapKey(id, to)] },
    })
  const common = { faults: editor.faults }
  return (
    <>
      <FewField
        label={words.kind}
        value={kind}
        choices={(['text', 'number'] as const).map(value => ({ value, label: words[value] }))}
        onChange={turn}
      />
      {kind === 'text' ? (
        <LinesField
          {...common}
          label={words.accept}
          placeholder={words.acceptHint}
          path={`key.gaps.${at.key}.accept`}
          value={key['accept']}
          onChange={accept => changeKey({ accept })}
        />
      ) : (
        <>
          <LineField
            {...common}
            label={words.value}
            path={`key.gaps.${at.key}.value`}
            value={key['value']}
            onChange={value => changeKey({ value: plainNumber(value) })}
          />
          <LineField
            {...common}
            label={words.tolerance}
            path={`key.gaps.${at.key}.tolerance`}
            value={key['tolerance']}
            onChange={value => changeKey({ tolerance: plainNumber(value) })}
          />
          <LineField
            {...common}
            label={words.unit}
            path={`content.gaps.${at.gap}.unit`}
            value={gap['unit']}
            onChange={unit => changeGap({ unit: unit === '' ? null : unit })}
          />
          <LinesField
            {...common}
            label={words.units}
            placeholder={words.unitsHint}
            path={`key.gaps.${at.key}.units`}
            value={key['units']}
            onChange={units => changeKey({ units })}
          />
        </>
      )}
      <FewField
        label={words.width}
        value={oneOf(gap['width'], ['medium', 'small', 'large'])}
        choices={(['small', 'medium', 'large'] as const).map(value => ({ value, label: words[value] }))}
        onChange={width => changeGap({ width })}
      />
      {share && <ShareField draft={draft} faults={editor.faults} id={id} />}
      {kind === 'text' && (
        <span className="z-entry-ticks">
          <TickField label={words.ignoreCase} value={key['ignoreCase'] !== false} onChange={ignoreCase => changeKey({ ignoreCase })} />
          <TickField label={words.ignoreSpace} value={key['ignoreSpace'] !== false} onChange={ignoreSpace => changeKey({ ignoreSpace })} />
        </span>
      )}
    </>
  )
}

/** What a gap weighs against the others; 1 is not written down. */
export function ShareField({
  draft,
  faults,
  id,
}: {
  readonly draft: DraftHandle
  readonly faults: readonly FieldFault[]
  readonly id: string
}) {
  const words = useWords(zh, en).gaps
  const { shares } = draft.rubric
  const change = (share: number | null) =>
    draft.change({
      rubric: { shares: share === null || share === 1 ? withoutIds(shares, one => one === id) : changedFor(shares, id, { share }) },
    })
  return (
    <NumberField
      label={words.share}
      path="rubric.shares"
      faults={faults}
      value={rowFor(shares, id)['share'] ?? 1}
      least={1}
      most={1000}
      onChange={change}
    />
  )
}

function placeOf(list: unknown, id: string): number {
  return rowsOf(list).findIndex(row => idOf(row) === id)
}

/** Full-width digits and signs as an input method writes them, without separators. */
function plainNumber(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s,]/g, '').replaceAll(/[−–—]/g, '-')
}
