import { Segmented } from 'antd'
import type { FieldFault } from '../../../../../kernel/result.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
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
          <GapCard
            key={id}
            id={id}
            stands={stands}
            beside={<KindChoice draft={draft} gap={gap} id={id} />}
            onPutBack={() => onPutBack(id)}
            onRemove={() => removeGap(draft, id, onTakeOut(id))}
          >
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

type KindProps = { readonly draft: DraftHandle; readonly gap: Loose; readonly id: string }

/** Text or number; a key of the other kind says nothing any more. */
function KindChoice({ draft, gap, id }: KindProps) {
  const words = useWords(zh, en).gaps
  const turn = (to: 'text' | 'number') =>
    draft.change({
      content: { gaps: changedFor(draft.content['gaps'], id, { kind: to }) },
      key: { gaps: [...withoutIds(draft.key['gaps'], one => one === id), freshGapKey(id, to)] },
    })
  return (
    <Segmented
      size="small"
      aria-label={`${fill(words.gap, { id })} ${words.kind}`}
      value={oneOf(gap['kind'], ['text', 'number'])}
      options={(['text', 'number'] as const).map(value => ({ value, label: words[value] }))}
      onChange={turn}
    />
  )
}

function WrittenGapFields({ draft, editor, gap, id, share }: GapProps) {
  const words = useWords(zh, en).gaps
  const key = rowFor(draft.key['gaps'], id)
  const kind = oneOf(gap['kind'], ['text', 'number'])
  const { faults } = editor
  const at = { gap: `content.gaps.${placeOf(draft.content['gaps'], id)}`, key: `key.gaps.${placeOf(draft.key['gaps'], id)}` }
  const changeGap = (patch: Loose) => draft.change({ content: { gaps: changedFor(draft.content['gaps'], id, patch) } })
  const changeKey = (patch: Loose) => draft.change({ key: { gaps: changedFor(draft.key['gaps'], id, { kind, ...patch }) } })
  const number = (name: 'value' | 'tolerance') => (
    <LineField
      faults={faults}
      label={words[name]}
      path={`${at.key}.${name}`}
      value={key[name]}
      onChange={text => changeKey({ [name]: plainNumber(text) })}
    />
  )
  const lines = (name: 'accept' | 'units') => (
    <LinesField
      faults={faults}
      label={words[name]}
      placeholder={words[`${name}Hint`]}
      path={`${at.key}.${name}`}
      value={key[name]}
      onChange={list => changeKey({ [name]: list })}
    />
  )
  return (
    <>
      {kind === 'text' ? lines('accept') : number('value')}
      {kind === 'number' && number('tolerance')}
      <LineField
        faults={faults}
        label={words.unit}
        path={`${at.gap}.unit`}
        value={gap['unit']}
        onChange={unit => changeGap({ unit: unit === '' ? null : unit })}
      />
      <details className="z-gap-more">
        <summary>{words.more}</summary>
        <div>
          {kind === 'number' && lines('units')}
          <WidthField gap={gap} onChange={width => changeGap({ width })} />
          {share && <ShareField draft={draft} faults={faults} id={id} />}
          {kind === 'text' && <FormTicks gapKey={key} onChange={changeKey} />}
        </div>
      </details>
    </>
  )
}

function WidthField({ gap, onChange }: { readonly gap: Loose; readonly onChange: (width: string) => void }) {
  const words = useWords(zh, en).gaps
  return (
    <FewField
      label={words.width}
      value={oneOf(gap['width'], ['medium', 'small', 'large'])}
      choices={(['small', 'medium', 'large'] as const).map(value => ({ value, label: words[value] }))}
      onChange={onChange}
    />
  )
}

/** What is overlooked when texts are compared. */
function FormTicks({ gapKey, onChange }: { readonly gapKey: Loose; readonly onChange: (patch: Loose) => void }) {
  const words = useWords(zh, en).gaps
  return (
    <span className="z-entry-ticks">
      {(['ignoreCase', 'ignoreSpace'] as const).map(name => (
        <TickField key={name} label={words[name]} value={gapKey[name] !== false} onChange={isOn => onChange({ [name]: isOn })} />
      ))}
    </span>
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
