import { type DragEvent, useCallback, useId, useState } from 'react'
import { showBytes } from '../../format.ts'
import { fill, useLanguage, useWords } from '../../words.ts'
import { Icon } from '../mark/icon.tsx'
import { StateShape } from '../mark/state-word.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { evidenceLimits, photoLimits, typeNames, uploadFault, type UploadLimits } from './upload-limits.ts'

export type UploadFieldProps = {
  readonly label: string
  readonly kind: 'photo' | 'evidence'
  readonly value: File | null
  readonly onChange: (file: File | null) => void
  readonly limits?: UploadLimits
  /** What the server found wrong with the file. */
  readonly fault?: string
}

/** Chooses one file by button or by dropping it, shows it before it is sent, and tells its limits beforehand. */
export function UploadField(props: UploadFieldProps) {
  const { label, kind, value, onChange, fault, limits = kind === 'photo' ? photoLimits : evidenceLimits } = props
  const language = useLanguage()
  const id = useId()
  const [refused, setRefused] = useState<string | null>(null)
  const take = (file: File | undefined) => {
    if (!file) return
    const why = uploadFault(file, limits, language)
    setRefused(why)
    if (!why) onChange(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    take(event.dataTransfer.files[0])
  }
  const told = refused ?? fault
  return (
    <div className={`z-upload z-upload-${kind}`} onDragOver={event => event.preventDefault()} onDrop={drop}>
      <UploadPreview file={value} kind={kind} />
      <div className="z-upload-words">
        <label htmlFor={id}>{label}</label>
        <UploadActs id={id} value={value} onRemove={() => onChange(null)} />
        <input
          id={id}
          type="file"
          className="z-unseen"
          accept={limits.mediaTypes.join(',')}
          aria-describedby={`${id}-limits`}
          aria-invalid={told ? true : undefined}
          onChange={event => takeFrom(event.target, take)}
        />
        <LimitsNote id={`${id}-limits`} kind={kind} limits={limits} />
        {told && <UploadFault text={told} />}
      </div>
    </div>
  )
}

/** Empties the input afterwards, so that the same file can be chosen again. */
function takeFrom(input: HTMLInputElement, take: (file: File | undefined) => void): void {
  take(input.files?.[0])
  input.value = ''
}

function UploadFault({ text }: { readonly text: string }) {
  return (
    <p className="z-upload-fault" role="alert">
      <StateShape tone="failing" />
      {text}
    </p>
  )
}

function UploadActs({ id, value, onRemove }: { readonly id: string; readonly value: File | null; readonly onRemove: () => void }) {
  const language = useLanguage()
  const words = useWords(zh, en).upload
  return (
    <>
      {value && (
        <p className="z-upload-name">
          {value.name}
          <span className="z-note">{showBytes(value.size, language)}</span>
        </p>
      )}
      <p className="z-upload-acts">
        <label htmlFor={id} className="z-button">
          {value ? words.again : words.choose}
        </label>
        {value ? (
          <button type="button" className="z-link" onClick={onRemove}>
            {words.remove}
          </button>
        ) : (
          <span className="z-note z-upload-drop">{words.drop}</span>
        )}
      </p>
    </>
  )
}

function LimitsNote({ id, kind, limits }: { readonly id: string; readonly kind: 'photo' | 'evidence'; readonly limits: UploadLimits }) {
  const language = useLanguage()
  const words = useWords(zh, en).upload
  return (
    <p id={id} className="z-note">
      {kind === 'photo' && <span>{words.photo}</span>}
      <span>{fill(words.limits, { types: typeNames(limits, language), size: showBytes(limits.maxBytes, language) })}</span>
    </p>
  )
}

function UploadPreview({ file, kind }: { readonly file: File | null; readonly kind: 'photo' | 'evidence' }) {
  const words = useWords(zh, en).upload
  const show = useCallback(
    (image: HTMLImageElement | null) => {
      if (!image || !file) return
      const address = URL.createObjectURL(file)
      image.src = address
      return () => URL.revokeObjectURL(address)
    },
    [file],
  )
  return (
    <div className="z-upload-preview">
      {file?.type.startsWith('image/') ? (
        <img ref={show} alt={fill(words.preview, { name: file.name })} />
      ) : (
        <Icon name={file ? 'file' : kind === 'photo' ? 'person' : 'image'} size={24} />
      )}
    </div>
  )
}
