import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { PageHead } from '../../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../../ui/words.ts'
import type { InteractionType } from '../../../../interactions/contract.ts'
import { createDraft, showQueue } from '../../../contract.ts'
import { LevelPicker, useChosenLevel } from '../../level-picker.tsx'
import { FactField } from '../facts/fact-field.tsx'
import { PointField } from '../facts/point-field.tsx'
import { type StudioDraft, bodyOf, usualMarks } from '../studio-draft.ts'
import type { StudioParts } from '../studio-parts.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import '../../item-bank.css'
import '../studio.css'
import { OwnDrafts } from './own-drafts.tsx'
import { TypePicker } from './type-picker.tsx'

const newId = () => crypto.randomUUID()

/** The first step of an item: its type, its place, its number. */
export function NewItemPage({ parts }: { readonly parts: StudioParts }) {
  const words = useWords(zh, en)
  const navigate = useNavigate()
  const { chosen } = useChosenLevel()
  const { act, busy, refusal } = useAct(createDraft, [showQueue])
  const [draft, setDraft] = useState<StudioDraft>(() => firstDraft(parts))
  const [code, setCode] = useState(() => proposedCode())
  const place = { editionId: chosen.editionId, level: chosen.level }
  const whole = code.replace(/^L\d-/, `${place.level}-`)
  const turn = (type: InteractionType) => setDraft({ ...draft, type, marks: usualMarks(type), documents: parts.emptyOf(type, newId) })
  const begin = async () => {
    const reply = await act({ body: { place: { ...place, code: whole.trim().toUpperCase() }, draft: bodyOf(draft) } })
    if (reply.ok) await navigate(`/items/studio/${reply.value.itemVersionId}`)
  }
  return (
    <>
      <PageHead title={words.start.title} purpose={words.start.purpose} trail={<Link to="/items">{words.bank}</Link>} />
      <form
        className="z-new-item"
        onSubmit={event => {
          event.preventDefault()
          void begin()
        }}
      >
        <OwnDrafts />
        <Sheet title={words.start.type}>
          <TypePicker value={draft.type} onChange={turn} />
        </Sheet>
        <Sheet>
          <div className="z-new-item-place">
            <FactField label={words.start.place} path="place" faults={[]} note={words.start.placeNote}>
              <LevelPicker />
            </FactField>
            <PointField
              key={`${place.editionId} ${place.level}`}
              place={place}
              draft={draft}
              faults={refusal?.fields ?? []}
              onChange={patch => setDraft({ ...draft, ...patch })}
            />
            <FactField
              label={words.start.code}
              path="code"
              faults={refusal?.fields?.filter(fault => fault.path.endsWith('code')) ?? []}
              note={words.start.codeNote}
            >
              <Input aria-label={words.start.code} value={whole} maxLength={40} onChange={event => setCode(event.target.value)} />
            </FactField>
          </div>
          <RefusalNote refusal={refusal} what={words.start.refused} />
          <p className="z-new-item-go">
            <Button type="primary" size="large" htmlType="submit" loading={busy} disabled={draft.area.length === 0}>
              {words.start.go}
            </Button>
          </p>
        </Sheet>
      </form>
    </>
  )
}

function firstDraft(parts: StudioParts): StudioDraft {
  return {
    type: 'single-choice',
    documents: parts.emptyOf('single-choice', newId),
    marks: usualMarks('single-choice'),
    area: [],
    points: [],
    placings: [],
    difficulty: 3,
    importance: 'X',
    seconds: 60,
    source: null,
    stimulusVersionId: null,
  }
}

const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A number that nobody is likely to have; the writer may write another. */
function proposedCode(): string {
  const signs = [...crypto.getRandomValues(new Uint8Array(5))].map(byte => SIGNS[byte % SIGNS.length])
  return `L4-NEW-${signs.join('')}`
}
