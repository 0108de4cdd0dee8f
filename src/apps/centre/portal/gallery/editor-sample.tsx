import { Input, Select, Switch } from 'antd'
import { createElement, useState } from 'react'
import { useSearchParams } from 'react-router'
import { ok } from '../../../../kernel/result.ts'
import { INTERACTION_NAMES, INTERACTION_TYPES, type InteractionType, interactionOf } from '../../../../modules/interactions/contract.ts'
import { editorOf } from '../../../../modules/interactions/pages/editor-registry.ts'
import { draftFaults } from '../../../../modules/interactions/pages/editors/draft/draft-faults.ts'
import { emptyDraft } from '../../../../modules/interactions/pages/editors/draft/empty-draft.ts'
import type { EditorDraft } from '../../../../modules/interactions/pages/editors/draft/loose.ts'
import { viewOf } from '../../../../modules/interactions/pages/registry.ts'
import { Sheet, TwoSides } from '../../../../ui/components/page/sheet.tsx'
import { useLanguage } from '../../../../ui/words.ts'
import '../../../../modules/interactions/pages/interactions.css'
import '../../../../modules/interactions/pages/editors/editors.css'

const newId = () => Math.random().toString(36).slice(2, 8)
const pictures = new Map<string, string>()
const mediaUrl = (digest: string) => pictures.get(digest) ?? ''

/** Keeps a picture for as long as the page stands. */
async function keepPicture(file: File) {
  const url = URL.createObjectURL(file)
  const image = new Image()
  image.src = url
  await image.decode()
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  const media = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  pictures.set(media, url)
  return ok({ media, alt: '', width: image.naturalWidth, height: image.naturalHeight })
}

/** The editor of a type beside the candidate's view of what it makes. */
export function EditorSample() {
  const language = useLanguage()
  const [address, setAddress] = useSearchParams()
  const type = INTERACTION_TYPES.find(one => one === address.get('type')) ?? 'single-choice'
  const [drafts, setDrafts] = useState<Partial<Record<InteractionType, EditorDraft>>>({})
  const [told, setTold] = useState(false)
  const draft = drafts[type] ?? emptyDraft(type, newId)
  const change = (next: EditorDraft) => setDrafts({ ...drafts, [type]: next })
  const faults = draftFaults(type, draft)
  const choose = (next: string) => setAddress({ type: next }, { replace: true })
  return (
    <TwoSides
      facts={
        <Sheet title={INTERACTION_NAMES[type][language]} actions={<Switch aria-label="faults" checked={told} onChange={setTold} />}>
          <div className="z-stack">
            <Select
              aria-label="type"
              value={type}
              options={INTERACTION_TYPES.map(value => ({ value, label: INTERACTION_NAMES[value][language] }))}
              onChange={choose}
            />
            <div className="z-editor">
              {createElement(editorOf(type), {
                key: type,
                draft,
                onChange: change,
                faults: told ? faults : [],
                name: 'sample',
                mediaUrl,
                addPicture: keepPicture,
                newId,
              })}
            </div>
          </div>
        </Sheet>
      }
      evidence={
        <>
          <Sheet>
            {faults.length === 0 ? (
              <Shown type={type} draft={draft} />
            ) : (
              faults.map(fault => <p key={fault.path}>{`${fault.path}: ${fault[language]}`}</p>)
            )}
          </Sheet>
          <Input.TextArea
            aria-label="JSON"
            rows={6}
            value={JSON.stringify(draft)}
            onChange={event => change(JSON.parse(event.target.value) as EditorDraft)}
          />
        </>
      }
    />
  )
}

function Shown({ type, draft }: { readonly type: InteractionType; readonly draft: EditorDraft }) {
  const [response, setResponse] = useState<unknown>(null)
  const content = interactionOf(type).strip(draft.content)
  return createElement(viewOf(type), { key: type, content, response, readOnly: false, name: 'shown', mediaUrl, onRespond: setResponse })
}
