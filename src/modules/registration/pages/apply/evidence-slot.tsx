import { useState } from 'react'
import type { Told } from '../../../../ui/client.ts'
import { urlOf } from '../../../../ui/client.ts'
import { UploadField } from '../../../../ui/components/form/upload-field.tsx'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { showBytes } from '../../../../ui/format.ts'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { attachEvidence, readApplication, removeEvidence, showEvidence } from '../../contract.ts'
import { DOCUMENT_WORDS, type DocumentKind } from '../../core/application/evidence.ts'
import type { EvidenceView } from '../../core/application/views.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { FormDesk } from './use-form.ts'

type SlotProps = { readonly desk: FormDesk; readonly kind: DocumentKind; readonly factId: string | null; readonly label?: string }

/** The documents for one thing to be proven: those that are there, and a place for one more. */
export function EvidenceSlot({ desk, kind, factId, label }: SlotProps) {
  const words = useWords(zh, en).documents
  const language = useLanguage()
  const { personId, applicationId, evidence } = desk.view
  const { act, busy } = useAct(attachEvidence, [readApplication])
  const [refused, setRefused] = useState<Told | null>(null)
  const [more, setMore] = useState(false)
  const held = evidence.filter(e => e.kind === kind && e.factId === factId)
  const send = async (file: File | null) => {
    if (!file) return
    setRefused(null)
    if ((await desk.flush()) === null) return
    const reply = await act({ params: { personId, applicationId }, body: { kind, factId: factId ?? '' }, file })
    if (!reply.ok) return setRefused(reply.refusal)
    setMore(false)
  }
  const name = label ?? fill(words.upload, { kind: DOCUMENT_WORDS[kind][language] })
  return (
    <div className="z-slot">
      {held.map(document => (
        <HeldDocument key={document.evidenceId} desk={desk} document={document} />
      ))}
      {held.length > 0 && !more ? (
        <button type="button" className="z-link z-slot-more" onClick={() => setMore(true)}>
          {words.another}
        </button>
      ) : (
        <UploadField
          label={busy ? words.uploading : name}
          kind="evidence"
          value={null}
          onChange={file => void send(file)}
          {...(refused && { fault: refused[language] })}
        />
      )}
    </div>
  )
}

function HeldDocument({ desk, document }: { readonly desk: FormDesk; readonly document: EvidenceView }) {
  const words = useWords(zh, en).documents
  const language = useLanguage()
  const { act, busy } = useAct(removeEvidence, [readApplication])
  const { personId, applicationId } = desk.view
  const params = { personId, applicationId, evidenceId: document.evidenceId }
  return (
    <p className="z-held">
      <StateWord tone="done">{DOCUMENT_WORDS[document.kind][language]}</StateWord>
      <span className="z-held-name">{document.fileName}</span>
      <span className="z-note">{showBytes(document.bytes, language)}</span>
      <a href={urlOf(showEvidence, { params })} target="_blank" rel="noreferrer">
        {words.view}
      </a>
      <button type="button" className="z-link" disabled={busy} onClick={() => void act({ params })}>
        {words.remove}
      </button>
    </p>
  )
}
