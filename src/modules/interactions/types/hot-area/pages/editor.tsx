import { Segmented } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../../../ui/words.ts'
import { CreditField } from '../../../pages/editors/choice/credit-field.tsx'
import {
  type DraftHandle,
  type Loose,
  changedFor,
  draftHandle,
  idOf,
  looseOf,
  rowsOf,
  textOf,
  withoutIds,
} from '../../../pages/editors/draft/loose.ts'
import type { EditorProps } from '../../../pages/editors/editor-props.ts'
import { ExplanationField } from '../../../pages/editors/explanation-field.tsx'
import { FieldGroup } from '../../../pages/editors/fields/field.tsx'
import { NumberField } from '../../../pages/editors/fields/small-fields.tsx'
import { KeyFaults } from '../../../pages/editors/lists/row-extras.tsx'
import { PictureEditor } from '../../../pages/editors/prose/picture-editor.tsx'
import { StemField } from '../../../pages/editors/stem-field.tsx'
import { en } from '../../../pages/editors/words.en.ts'
import { zh } from '../../../pages/editors/words.zh.ts'
import type { Shape } from '../type.ts'
import { AreaCanvas } from './area-canvas.tsx'
import { SHAPE_KINDS, type ShapeKind, type Size, middleShape, rightAreas, sizeOf } from './area-draft.ts'
import { AreaRow } from './area-row.tsx'

const MOST_AREAS = 30
type Tool = ShapeKind | 'choose'

/** A picture and the areas of it that can be chosen. */
export function HotAreaEditor(props: EditorProps) {
  const words = useWords(zh, en)
  const draft = draftHandle(props)
  const picture = looseOf(draft.content['picture'])
  const size = sizeOf(picture)
  return (
    <>
      <StemField draft={draft} editor={props} />
      <FieldGroup title={words.area.picture} path="content.picture" faults={props.faults}>
        {size === null ? (
          <>
            <PictureEditor {...pictureProps(draft, props, picture)} />
            <p className="z-note">{words.area.noPicture}</p>
          </>
        ) : (
          <AreasOfPicture draft={draft} editor={props} picture={picture} size={size} />
        )}
        <KeyFaults path="content.picture.media" faults={props.faults} />
      </FieldGroup>
      <div className="z-entry-line">
        <NumberField
          label={words.area.most}
          path="content.most"
          faults={props.faults}
          value={draft.content['most'] ?? 1}
          least={1}
          most={MOST_AREAS}
          onChange={most => draft.change({ content: { most } })}
        />
      </div>
      <CreditField draft={draft} editor={props} choices={['all-or-nothing', 'partial-no-wrong', 'per-option', 'right-minus-wrong']} />
      <ExplanationField draft={draft} editor={props} />
    </>
  )
}

function pictureProps(draft: DraftHandle, editor: EditorProps, picture: Loose) {
  return {
    picture,
    path: 'content.picture',
    faults: editor.faults,
    mediaUrl: editor.mediaUrl,
    addPicture: editor.addPicture,
    onChange: (patch: Loose) => draft.change({ content: { picture: { ...picture, ...patch } } }),
  }
}

type AreasProps = { readonly draft: DraftHandle; readonly editor: EditorProps; readonly picture: Loose; readonly size: Size }

function AreasOfPicture({ draft, editor, picture, size }: AreasProps) {
  const words = useWords(zh, en).area
  const [tool, setTool] = useState<Tool>('rect')
  const [chosen, setChosen] = useState<string | null>(null)
  const { areas, right, write, remove } = areaActs(draft)
  const draw = (shape: Shape) => {
    const id = editor.newId()
    setChosen(id)
    if (rowsOf(areas).length < MOST_AREAS) write([...rowsOf(areas), { id, label: '', shape }])
  }
  const hints = { choose: words.chooseHint, rect: words.drawRect, circle: words.drawCircle, polygon: words.drawPolygon }
  return (
    <>
      <div className="z-area-tools">
        <Segmented<Tool>
          aria-label={words.tools}
          value={tool}
          options={(['choose', ...SHAPE_KINDS] as const).map(value => ({ value, label: words[value] }))}
          onChange={setTool}
        />
        <span className="z-note">{hints[tool]}</span>
      </div>
      <PictureEditor {...pictureProps(draft, editor, picture)}>
        <AreaCanvas
          href={editor.mediaUrl(textOf(picture['media']))}
          size={size}
          areas={rowsOf(areas)}
          right={right}
          tool={tool}
          chosen={chosen}
          onChoose={setChosen}
          onDraw={draw}
          onShape={(id, shape) => write(changedFor(areas, id, { shape }))}
          onRemove={remove}
        />
      </PictureEditor>
      <AreaList
        draft={draft}
        editor={editor}
        size={size}
        chosen={chosen}
        onChoose={setChosen}
        onAdd={() => draw(middleShape(tool === 'choose' ? 'rect' : tool, size))}
      />
    </>
  )
}

/** The areas of a draft and what can be done with them; a right area that goes is right no more. */
function areaActs(draft: DraftHandle) {
  const { areas } = draft.content
  const right = rightAreas(draft.key['areaIds'], areas)
  const write = (next: readonly unknown[]) =>
    draft.change({ content: { areas: next }, key: { areaIds: rightAreas(draft.key['areaIds'], next) } })
  return {
    areas,
    right,
    write,
    remove: (id: string) => write(withoutIds(areas, one => one === id)),
    turn: (id: string) => draft.change({ key: { areaIds: right.includes(id) ? right.filter(one => one !== id) : [...right, id] } }),
  }
}

type ListProps = Omit<AreasProps, 'picture'> & {
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
  readonly onAdd: () => void
}

/** The areas in words and numbers. */
function AreaList({ draft, editor, size, chosen, onChoose, onAdd }: ListProps) {
  const words = useWords(zh, en).area
  const { areas, right, write, remove, turn } = areaActs(draft)
  return (
    <FieldGroup title={words.areas} path="content.areas" faults={editor.faults}>
      {rowsOf(areas).length === 0 && <p className="z-note">{words.none}</p>}
      <ol className="z-area-rows">
        {rowsOf(areas).map((area, at) => (
          <AreaRow
            key={idOf(area) || at}
            area={area}
            at={at}
            size={size}
            faults={editor.faults}
            isRight={right.includes(idOf(area))}
            isChosen={chosen === idOf(area)}
            onChange={patch => write(changedFor(areas, idOf(area), patch))}
            onRight={() => turn(idOf(area))}
            onChoose={() => onChoose(idOf(area))}
            onRemove={() => remove(idOf(area))}
          />
        ))}
      </ol>
      <button type="button" className="z-link z-rows-add" onClick={onAdd}>
        {words.add}
      </button>
      <KeyFaults path="key.areaIds" faults={editor.faults} />
    </FieldGroup>
  )
}
