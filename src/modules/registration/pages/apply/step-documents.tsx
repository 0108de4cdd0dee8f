import { useContext, useState } from 'react'
import { type Told, urlOf } from '../../../../ui/client.ts'
import { UploadField } from '../../../../ui/components/form/upload-field.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import { attachPhoto, readApplication, showPhoto } from '../../contract.ts'
import { FACT_SECTIONS } from '../../core/application/application-draft.ts'
import { kindProving } from '../../core/application/evidence.ts'
import { PAPERS } from '../../core/application/personal-lists.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { EvidenceSlot } from './evidence-slot.tsx'
import { FaultText, ShownFaults } from './field.tsx'
import type { FormDesk } from './use-form.ts'

/** Photo, identity document, and everything that proves a stated fact, in one place. */
export function StepDocuments({ desk }: { readonly desk: FormDesk }) {
  const words = useWords(zh, en).documents
  const exempt = PAPERS.some(paper => desk.draft.papers[paper].sitting === 'exempt')
  return (
    <>
      <Sheet title={words.photoTitle}>
        <p className="z-note">{words.photoNote}</p>
        <PhotoSlot desk={desk} />
        <PathFault path="photo" />
      </Sheet>
      <Sheet title={words.idTitle}>
        <p className="z-note">{words.idNote}</p>
        <EvidenceSlot desk={desk} kind="identity-document" factId={null} />
        <PathFault path="documents.identity-document" />
      </Sheet>
      {exempt && (
        <Sheet title={words.resultTitle}>
          <EvidenceSlot desk={desk} kind="result-notice" factId={null} />
          <PathFault path="documents.result-notice" />
        </Sheet>
      )}
      <FactDocuments desk={desk} />
    </>
  )
}

function PhotoSlot({ desk }: { readonly desk: FormDesk }) {
  const words = useWords(zh, en).documents
  const language = useLanguage()
  const { act, busy } = useAct(attachPhoto, [readApplication])
  const [refused, setRefused] = useState<Told | null>(null)
  const { personId, applicationId, photo } = desk.view
  const params = { personId, applicationId }
  const send = async (file: File | null) => {
    if (!file) return
    const reply = await act({ params, body: {}, file })
    setRefused(reply.ok ? null : reply.refusal)
  }
  return (
    <div className="z-photo-slot">
      {photo !== null && (
        <img className="z-portrait" src={urlOf(showPhoto, { params, query: { v: photo.slice(0, 12) } })} alt={words.photo} />
      )}
      <UploadField
        label={busy ? words.uploading : words.photo}
        kind="photo"
        value={null}
        onChange={file => void send(file)}
        {...(refused && { fault: refused[language] })}
      />
    </div>
  )
}

function FactDocuments({ desk }: { readonly desk: FormDesk }) {
  const words = useWords(zh, en)
  const rows = FACT_SECTIONS.flatMap(section => desk.draft[section].map((fact, at) => ({ section, fact, at })))
  return (
    <Sheet title={words.documents.factsTitle}>
      {rows.length === 0 && <p className="z-note">{words.documents.factsNone}</p>}
      <div className="z-stack">
        {rows.map(({ section, fact, at }) => (
          <div key={fact.factId}>
            <p className="z-slot-of">{`${words.facts.sections[section]} ${at + 1}　${nameOf(fact)}`}</p>
            <EvidenceSlot desk={desk} kind={kindProving(section, fact)} factId={fact.factId} />
          </div>
        ))}
      </div>
    </Sheet>
  )
}

/** What people call the fact: its employer, school, number or title. */
function nameOf(fact: object): string {
  const { employer, name, number, proofNumber } = fact as Readonly<Record<string, string | undefined>>
  return employer ?? name ?? number ?? proofNumber ?? ''
}

function PathFault({ path }: { readonly path: string }) {
  const language = useLanguage()
  const fault = useContext(ShownFaults).find(f => f.path === path)
  return fault ? <FaultText text={fault[language]} /> : null
}
