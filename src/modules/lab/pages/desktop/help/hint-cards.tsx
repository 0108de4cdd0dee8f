import { clockOf, type Instant } from '../../../../../kernel/instant.ts'
import { call, type AnswerOf } from '../../../../../ui/client.ts'
import { useEffect, useState } from '../../../../../ui/hooks.ts'
import { fill, type SameKeys, useWords } from '../../../../../ui/words.ts'
import { markHintCardRead, readHintCards } from '../../../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Card = AnswerOf<typeof readHintCards>['cards'][number]

/** How often somebody in a workshop looks for a new card. */
const EVERY_MS = 8_000

/** Cards that a teacher laid beside the desktop, the newest first; those that were read step back. */
export function HintCards({ worldId }: { readonly worldId: string }) {
  const words = useWords(zh, en).cards
  const [cards, setCards] = useHintCards(worldId)
  const read = async (cardId: string): Promise<void> => {
    const answer = await call(markHintCardRead, { params: { worldId, cardId } })
    if (answer.ok) setCards(answer.value.cards)
  }
  return <div role="status">{cards.length > 0 && <Cards words={words} cards={cards} onRead={read} />}</div>
}

type CardsProps = {
  readonly words: SameKeys<typeof zh>['cards']
  readonly cards: readonly Card[]
  readonly onRead: (cardId: string) => Promise<void>
}

function Cards({ words, cards, onRead }: CardsProps) {
  return (
    <section className="lab-cards" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul>
        {cards.toReversed().map(({ cardId, text, sentAt, readAt }) => (
          <li key={cardId} className={readAt === null ? 'lab-card lab-card-new' : 'lab-card'}>
            <p>{text}</p>
            <p className="z-note">
              {fill(words.from, { time: clockOf(sentAt as Instant) })}
              {readAt === null ? (
                <button type="button" className="z-link" onClick={() => void onRead(cardId)}>
                  {words.read}
                </button>
              ) : (
                <span>{words.done}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Asked again and again while the world belongs to a workshop; a lost network only makes the next card late. */
function useHintCards(worldId: string): [readonly Card[], (cards: readonly Card[]) => void] {
  const [cards, setCards] = useState<readonly Card[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let here = true
    const ask = async (): Promise<void> => {
      const answer = await call(readHintCards, { params: { worldId } })
      if (!here) return
      if (answer.ok) setCards(answer.value.cards)
      const goesOn = answer.ok ? answer.value.live : answer.refusal.code === 'network-lost'
      if (goesOn) timer = setTimeout(() => void ask(), EVERY_MS)
    }
    void ask()
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [worldId])
  return [cards, setCards]
}
