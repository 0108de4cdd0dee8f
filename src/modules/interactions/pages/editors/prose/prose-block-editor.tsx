import type { FieldFault } from '../../../../../kernel/result.ts'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import { type Loose, textOf } from '../draft/loose.ts'
import { gridOf } from '../draft/prose-draft.ts'
import type { AddPicture } from '../editor-props.ts'
import { GrowingText } from '../fields/growing-text.tsx'
import { GridEditor } from '../grid/grid-editor.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { PictureEditor } from './picture-editor.tsx'

type Props = {
  readonly block: Loose
  readonly path: string
  readonly place: number
  readonly faults: readonly FieldFault[]
  readonly mediaUrl: (digest: string) => string
  readonly addPicture: AddPicture | undefined
  readonly gapId: (() => string) | undefined
  readonly onChange: (block: Loose) => void
  readonly onRemove: () => void
}

/** A block that is no paragraph, in a frame with its name and the way to remove it. */
export function ProseBlockEditor(props: Props) {
  const { block, place, onRemove } = props
  const words = useWords(zh, en).prose
  const kind = block['kind']
  const name = kind === 'code' ? words.code : kind === 'table' ? words.table : kind === 'picture' ? words.picture : textOf(kind) || '?'
  const title = fill(words.block, { n: place, name })
  return (
    <div className="z-block" role="group" aria-label={title} data-path={props.path}>
      <div className="z-block-head">
        <span className="z-note">{name}</span>
        <button
          type="button"
          className="z-icon-button z-row-act"
          aria-label={fill(words.remove, { name: title })}
          title={fill(words.remove, { name })}
          onClick={onRemove}
        >
          <Icon name="close" size={16} />
        </button>
      </div>
      <BlockBody {...props} title={title} />
    </div>
  )
}

function BlockBody({ block, path, faults, mediaUrl, addPicture, gapId, onChange, title }: Props & { readonly title: string }) {
  const words = useWords(zh, en).prose
  switch (block['kind']) {
    case 'code':
      return <GrowingText mono label={title} value={textOf(block['text'])} onChange={text => onChange({ ...block, text })} />
    case 'table':
      return <GridEditor grid={gridOf(block)} gapId={gapId} onChange={grid => onChange({ ...block, ...grid })} />
    case 'picture':
      return (
        <PictureEditor
          picture={block}
          path={path}
          faults={faults}
          mediaUrl={mediaUrl}
          addPicture={addPicture}
          onChange={picture => onChange({ ...block, ...picture })}
        />
      )
    default:
      return (
        <>
          <p className="z-note">{words.unknown}</p>
          <pre className="z-block-raw">{JSON.stringify(block, null, 2)}</pre>
        </>
      )
  }
}
