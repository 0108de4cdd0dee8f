import { useState } from '../../../../../ui/hooks.ts'
import { Chat } from './chat.tsx'
import { CustomerSide } from './customer-side.tsx'
import type { Desk } from './view.ts'
import { Queue } from './queue.tsx'
import { words } from './words.ts'

/** Queue, conversation, customer. What is half written to each customer waits while another is answered. */
export function Reception(desk: Desk) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const talk = desk.view.conversations.find(c => c.id === chosen)
  return (
    <div className="cs-reception">
      <Queue {...desk} chosen={chosen} onChoose={setChosen} />
      {talk === undefined ? (
        <p className="cs-nobody">{words.choose}</p>
      ) : (
        <>
          <Chat
            {...desk}
            talk={talk}
            text={texts[talk.id] ?? ''}
            onText={text => setTexts(before => ({ ...before, [talk.id]: text }))}
            key={talk.id}
          />
          <CustomerSide {...desk} talk={talk} key={`side-${talk.id}`} />
        </>
      )}
    </div>
  )
}
