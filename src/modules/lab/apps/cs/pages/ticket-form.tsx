import { useState } from '../../../../../ui/hooks.ts'
import { AreaField, ChoiceField } from '../../../pages/parts/fields.tsx'
import type { Submit } from './ends.tsx'
import type { Desk, Talk } from './view.ts'
import { words } from './words.ts'

type Props = Desk & { readonly talk: Talk | null; readonly onDone: () => void }

/** A new ticket, about a conversation or none. */
export function TicketForm({ talk, view, ask, say, busy, onDone }: Props) {
  const start = { conversation: talk?.id ?? '', type: words.ticketTypes[0] as string, priority: words.priorities[1] as string, words: '' }
  const [text, setText] = useState(start)
  const submit = (event: Submit): void => {
    event.preventDefault()
    const conversation = text.conversation === '' ? null : text.conversation
    const data = { conversation, type: text.type, priority: text.priority, text: text.words.trim() }
    void ask('cs.ticket.open', data, () => {
      setText(start)
      onDone()
      say(words.done)
    })
  }
  const talks = view.conversations.map(c => ({ value: c.id, zh: `${c.id} ${c.name}` }))
  return (
    <form className="lab-form" onSubmit={submit}>
      <ChoiceField
        label={words.conversation}
        value={text.conversation}
        choices={[{ value: '', zh: words.noConversation }, ...talks]}
        onValue={conversation => setText({ ...text, conversation })}
      />
      <ChoiceField
        label={words.ticketType}
        value={text.type}
        choices={words.ticketTypes.map(value => ({ value, zh: value }))}
        onValue={type => setText({ ...text, type })}
      />
      <ChoiceField
        label={words.priority}
        value={text.priority}
        choices={words.priorities.map(value => ({ value, zh: value }))}
        onValue={priority => setText({ ...text, priority })}
      />
      <AreaField label={words.text} value={text.words} onValue={said => setText({ ...text, words: said })} />
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.newTicket}
        </button>
      </div>
    </form>
  )
}
