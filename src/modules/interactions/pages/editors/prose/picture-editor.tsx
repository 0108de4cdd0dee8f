import { useState } from 'react'
import type { FieldFault } from '../../../../../kernel/result.ts'
import { useLanguage, useWords } from '../../../../../ui/words.ts'
import { type Loose, textOf } from '../draft/loose.ts'
import type { AddPicture } from '../editor-props.ts'
import { Field } from '../fields/field.tsx'
import { GrowingText } from '../fields/growing-text.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { PictureTool } from './prose-tools.tsx'

type Props = {
  readonly picture: Loose
  readonly path: string
  readonly faults: readonly FieldFault[]
  readonly mediaUrl: (digest: string) => string
  readonly addPicture: AddPicture | undefined
  readonly onChange: (picture: Loose) => void
  /** Drawn instead of the plain picture, such as the picture with areas. */
  readonly children?: React.ReactNode
}

/** A picture, what it shows in words, and the way to another one. */
export function PictureEditor({ picture, path, faults, mediaUrl, addPicture, onChange, children }: Props) {
  const words = useWords(zh, en).prose
  const language = useLanguage()
  const [state, setState] = useState<{ readonly busy: boolean; readonly why: string | null }>({ busy: false, why: null })
  const media = textOf(picture['media'])
  const take = async (file: File) => {
    setState({ busy: true, why: null })
    const kept = await addPicture?.(file)
    setState({ busy: false, why: kept && !kept.ok ? kept.refusal[language] : null })
    if (kept?.ok) onChange({ ...kept.value, alt: textOf(picture['alt']) || kept.value.alt })
  }
  return (
    <div className="z-picture-editor">
      {children ?? (media !== '' && <img src={mediaUrl(media)} alt={textOf(picture['alt'])} />)}
      {state.busy && <p role="status">{words.taking}</p>}
      {state.why !== null && (
        <p className="z-entry-faults" role="alert">
          {words.notTaken}：{state.why}
        </p>
      )}
      {addPicture ? (
        <span className="z-prose-tools">
          <PictureTool label={media === '' ? words.choosePicture : words.replace} onFile={file => void take(file)} />
        </span>
      ) : (
        media === '' && <p className="z-note">{words.noPictures}</p>
      )}
      {media !== '' && (
        <Field label={words.alt} path={`${path}.alt`} faults={faults}>
          {tied => (
            <GrowingText
              id={tied.id}
              invalid={tied['aria-invalid']}
              describedBy={tied['aria-describedby']}
              value={textOf(picture['alt'])}
              onChange={alt => onChange({ alt })}
            />
          )}
        </Field>
      )}
    </div>
  )
}
