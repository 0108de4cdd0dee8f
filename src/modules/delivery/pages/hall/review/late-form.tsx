import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { INCIDENT_REASONS, decideLateEvents, readJournal, readLateEvents, readReview, readRoomRecord } from '../../../contract.ts'
import { IncidentReason } from '../../../core/hall/reasons.ts'
import { ActForm, Chips, Field, SecondPerson, isNamed } from '../desk/act-form.tsx'
import { clockSeconds } from '../desk/ago.ts'
import { useHall } from '../desk/hall.ts'
import { en as deskEn } from '../desk/words.en.ts'
import { zh as deskZh } from '../desk/words.zh.ts'
import { useHallAct } from '../desk/use-hall-act.ts'
import { journalEntries } from '../journal/journal-entries.ts'
import { en as journalEn } from '../journal/words.en.ts'
import { zh as journalZh } from '../journal/words.zh.ts'
import { eventsAround } from './events-around.ts'
import type { LateAttempt } from './late.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** `about` names the events that stood on the page when somebody chose: when more arrives, the choice is open again, the words stay. */
type Values = {
  readonly decision: 'take' | 'leave' | ''
  readonly about: string
  readonly reason: IncidentReason
  readonly note: string
}
const FRESH: Values = { decision: '', about: '', reason: 'network', note: '' }
const reasonsIn = (language: 'zh' | 'en') => IncidentReason.options.map(key => ({ key, text: INCIDENT_REASONS[key][language] }))
const REASONS = { zh: reasonsIn('zh'), en: reasonsIn('en') } as const
const READ_AGAIN = [readLateEvents, readReview, readJournal, readRoomRecord]

/** Takes or leaves late work: nothing is chosen beforehand, and what happened at that time stands beside it. */
export function LateForm({ late, onEnd }: { readonly late: LateAttempt; readonly onEnd: () => void }) {
  const words = useWords(zh, en).late
  const desk = useWords(deskZh, deskEn)
  const language = useLanguage()
  const queries = useQueryClient()
  const { sittingId } = useHall().sitting
  const { attemptId, places, events } = late
  const form = useHallAct(decideLateEvents, { draft: `late ${attemptId}`, fresh: () => FRESH, refresh: READ_AGAIN })
  const { actId, reason, note } = form.values
  const decision = form.values.about === places ? form.values.decision : ''
  const decide = async () => {
    const body = { actId, witness: form.second, take: decision === 'take', places, reason, note }
    const reply = await form.send({ params: { sittingId, attemptId }, body })
    if (!reply.ok) {
      if (reply.refusal.code === 'late-events-changed') await queries.invalidateQueries({ queryKey: [readLateEvents.path] })
      return
    }
    notice(words.done)
    onEnd()
  }
  return (
    <ActForm
      title={words.title}
      what={`${words.what}${words.hidden}`}
      submit={decision === '' ? words.decide : fill(decision === 'take' ? words.submitTake : words.submitLeave, { n: events })}
      busy={form.busy}
      disabled={decision === ''}
      lacks={note.trim() === '' || !isNamed(form.second)}
      refusal={form.refusal}
      onSubmit={() => void decide()}
      onCancel={onEnd}
    >
      <Evidence late={late} />
      <div data-first>
        <Chips<Values['decision']>
          legend={words.choice}
          value={decision}
          choices={[
            { key: 'take', text: words.take },
            { key: 'leave', text: words.leave },
          ]}
          onChange={key => form.change({ decision: key, about: places })}
        />
      </div>
      <Chips legend={desk.reason} value={reason} choices={REASONS[language]} onChange={key => form.change({ reason: key })} />
      <Field label={words.note} hint={words.noteHint}>
        {id => (
          <span data-first>
            <Input id={id} value={note} maxLength={500} onChange={event => form.change({ note: event.target.value })} />
          </span>
        )}
      </Field>
      <SecondPerson act="decide-late" second={form.second} onChange={form.setSecond} />
    </ActForm>
  )
}

/** What was recorded around the end: grounds to decide by, since contents stay sealed. */
function Evidence({ late }: { readonly late: LateAttempt }) {
  const words = useWords(zh, en).late
  const kinds = useWords(journalZh, journalEn).kinds
  const language = useLanguage()
  const { sittingId } = useHall().sitting
  const journal = useRead(readJournal, { params: { sittingId } })
  if (journal.data === undefined) return null
  const entries = eventsAround(journalEntries(journal.data), late)
  const why = (reason: string | null) => INCIDENT_REASONS[reason as IncidentReason]?.[language] ?? ''
  return (
    <section className="h-late-evidence" aria-label={words.evidence}>
      <h4>{words.evidence}</h4>
      {entries.length === 0 ? (
        <p className="z-note">{words.evidenceNone}</p>
      ) : (
        <ul>
          {entries.map(entry => (
            <li key={entry.id}>
              <time>{clockSeconds(entry.at)}</time>
              <strong>{kinds[entry.kind]}</strong>
              <span>{[why(entry.reason), entry.note].filter(text => text !== '').join(language === 'zh' ? '，' : ', ')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
