import { Checkbox } from 'antd'
import { useState } from 'react'
import { urlOf } from '../../../../ui/client.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { showBytes } from '../../../../ui/format.ts'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import { DOCUMENT_WORDS, showEvidence, showPhoto } from '../../contract.ts'
import { factOf } from '../../core/application/application-draft.ts'
import { kindProving, type Evidence } from '../../core/application/evidence.ts'
import { unprovenFacts } from '../../core/application/facts.ts'
import type { ApplicationView, EvidenceView } from '../../core/application/views.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import './review.css'

/** Photo and documents, one at a time in full width, so that a seal can be read. */
export function EvidenceSheet({ view }: { readonly view: ApplicationView }) {
  const words = useWords(zh, en).review
  const language = useLanguage()
  const [open, setOpen] = useState(view.evidence[0]?.evidenceId ?? null)
  const shown = view.evidence.find(e => e.evidenceId === open)
  const params = { personId: view.personId, applicationId: view.applicationId }
  return (
    <Sheet title={words.evidence}>
      <div className="z-evidence">
        <div className="z-evidence-list">
          {view.photo !== null && (
            <img className="z-portrait" src={urlOf(showPhoto, { params, query: { v: view.photo.slice(0, 12) } })} alt={words.photo} />
          )}
          {view.evidence.length === 0 && <p className="z-note">{words.noEvidence}</p>}
          {view.evidence.map(document => (
            <button
              key={document.evidenceId}
              type="button"
              aria-pressed={document.evidenceId === open}
              onClick={() => setOpen(document.evidenceId)}
            >
              <strong>{DOCUMENT_WORDS[document.kind][language]}</strong>
              <span className="z-note">{nameOf(view, document.factId) || document.fileName}</span>
              <span className="z-note">{showBytes(document.bytes, language)}</span>
            </button>
          ))}
        </div>
        {shown && <DocumentView view={view} document={shown} />}
      </div>
    </Sheet>
  )
}

function DocumentView({ view, document }: { readonly view: ApplicationView; readonly document: EvidenceView }) {
  const words = useWords(zh, en).documents
  const language = useLanguage()
  const source = urlOf(showEvidence, {
    params: { personId: view.personId, applicationId: view.applicationId, evidenceId: document.evidenceId },
  })
  const name = DOCUMENT_WORDS[document.kind][language]
  return (
    <figure className="z-document">
      {document.mediaType === 'application/pdf' ? <PdfView source={source} name={name} /> : <img src={source} alt={name} />}
      <figcaption>
        <span>{document.fileName}</span>
        <a href={source} target="_blank" rel="noreferrer">
          {words.view}
        </a>
      </figcaption>
    </figure>
  )
}

/** The browser's own viewer does not run in a sandbox; a PDF with scripts, attachments or actions was refused when it came. */
function PdfView({ source, name }: { readonly source: string; readonly name: string }) {
  // oxlint-disable-next-line react/iframe-missing-sandbox
  return <iframe src={source} title={name} />
}

type SeenProps = { readonly view: ApplicationView; readonly seen: readonly string[]; readonly onChange: (seen: readonly string[]) => void }

/** Facts without a scan, to be ticked once their originals were seen. */
export function SeenOnSite({ view, seen, onChange }: SeenProps) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const open = unprovenFacts({ draft: view.draft, evidence: view.evidence as unknown as readonly Evidence[], seenOnSite: [] })
  if (open.length === 0) return null
  const toggle = (factId: string, checked: boolean) => onChange(checked ? [...seen, factId] : seen.filter(id => id !== factId))
  return (
    <Sheet title={words.review.seen}>
      <p className="z-note">{words.review.seenNote}</p>
      <ul className="z-seen">
        {open.map(({ section, factId }) => {
          const found = factOf(view.draft, factId)
          return (
            <li key={factId}>
              <Checkbox checked={seen.includes(factId)} onChange={event => toggle(factId, event.target.checked)}>
                {`${words.facts.sections[section]}　${nameOf(view, factId)}${found ? `　${DOCUMENT_WORDS[kindProving(found.section, found.fact)][language]}` : ''}`}
              </Checkbox>
              <StateWord tone="waiting">{words.review.noFile}</StateWord>
            </li>
          )
        })}
      </ul>
    </Sheet>
  )
}

function nameOf(view: ApplicationView, factId: string | null): string {
  const found = factId === null ? undefined : factOf(view.draft, factId)
  if (!found) return ''
  const { employer, name, number, proofNumber } = found.fact as Readonly<Record<string, string | undefined>>
  return employer ?? name ?? number ?? proofNumber ?? ''
}
