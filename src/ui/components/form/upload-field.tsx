import { type DragEvent, useEffect, useId, useState } from 'react'
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
export function UploadField({ label, kind, value, onChange, limits = kind === 'photo' ? photoLimits : evidenceLimits, fault }: UploadFieldProps) {
  const language = useLanguage()
  const words = useWords(zh, en).upload
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
        {value && <p className="z-upload-name">{value.name}<span className="z-note">{showBytes(value.size, language)}</span></p>}
        <p className="z-upload-acts">
          <label htmlFor={id} className="z-button">{value ? words.again : words.choose}</label>
          {value ? <button type="button" className="z-link" onClick={() => onChange(null)}>{words.remove}</button> : <span className="z-note z-upload-drop">{words.drop}</span>}
        </p>
        <input id={id} type="file" className="z-unseen" accept={limits.mediaTypes.join(',')} aria-describedby={`${id}-limits`} aria-invalid={told ? true : undefined} onChange={event => { take(event.target.files?.[0]); event.target.value = '' }} />
        <p id={`${id}-limits`} className="z-note">
          {kind === 'photo' && <span>{words.photo}</span>}
          <span>{fill(words.limits, { types: typeNames(limits, language), size: showBytes(limits.maxBytes, language) })}</span>
        </p>
        {told && <p className="z-upload-fault" role="alert"><StateShape tone="failing" />{told}</p>}
      </div>
    </div>
  )
}

function UploadPreview({ file, kind }: { readonly file: File | null; readonly kind: 'photo' | 'evidence' }) {
  const words = useWords(zh, en).upload
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!file?.type.startsWith('image/')) return setAddress(null)
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return (
    <div className="z-upload-preview">
      {address && file ? <img src={address} alt={fill(words.preview, { name: file.name })} /> : <Icon name={file ? 'file' : kind === 'photo' ? 'person' : 'image'} size={24} />}
    </div>
  )
}
