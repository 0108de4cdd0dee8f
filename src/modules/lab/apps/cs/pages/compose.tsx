import { useState } from '../../../../../ui/hooks.ts'
import { showMoney } from '../../../../../ui/format.ts'
import { fill } from '../../../../../ui/words.ts'
import { type Choice, ChoiceField } from '../../../pages/parts/fields.tsx'
import type { ChatProps, OrderCard, TalkProps } from './view.ts'
import { words } from './words.ts'

/** Writing to a customer. Enter sends, unless an input method is at work: it ends its words with Enter. */
export function Compose(props: ChatProps) {
  const { talk, text, onText, ask, busy, view } = props
  const send = (): void => {
    if (text.trim() === '') return
    void ask('cs.reply', { conversation: talk.id, text: text.trim() }, () => onText(''))
  }
  return (
    <form
      className="cs-compose"
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
    >
      {view.phrases.length > 0 && (
        <div className="cs-phrases" role="group" aria-label={words.phrase}>
          {view.phrases.map(phrase => (
            <button type="button" key={phrase.id} title={phrase.text} onClick={() => onText(`${text}${phrase.text}`)}>
              {phrase.key}
            </button>
          ))}
        </div>
      )}
      <div className="cs-write">
        <textarea
          rows={3}
          value={text}
          maxLength={500}
          aria-label={words.reply}
          placeholder={words.replyHint}
          onInput={event => onText((event.target as HTMLTextAreaElement).value)}
          onKeyDown={event => {
            const composing =
              event.nativeEvent?.isComposing ?? (event as unknown as { readonly isComposing?: boolean }).isComposing === true
            if (event.key !== 'Enter' || event.shiftKey || composing) return
            event.preventDefault()
            if (!busy) send()
          }}
        />
        <button type="submit" className="z-button z-button-primary" disabled={busy || text.trim() === ''}>
          {words.send}
        </button>
      </div>
      <CardPicker {...props} />
    </form>
  )
}

type CardKind = keyof typeof words.cards
const KINDS = Object.keys(words.cards) as CardKind[]

function CardPicker(props: TalkProps) {
  const { talk, ask, busy } = props
  const [kind, setKind] = useState<CardKind>('product')
  const [id, setId] = useState('')
  const options = optionsOf(props, kind)
  return (
    <div className="cs-cards">
      <ChoiceField
        label={words.cardKind}
        value={kind}
        choices={KINDS.map(value => ({ value, zh: words.cards[value] }))}
        onValue={value => {
          setKind(value as CardKind)
          setId('')
        }}
      />
      <ChoiceField label={fill(words.cardOf, { kind: words.cards[kind] })} value={id} empty choices={options} onValue={setId} />
      <button
        type="button"
        className="z-button"
        disabled={busy || id === ''}
        onClick={() => void ask('cs.send.card', { conversation: talk.id, kind, id }, () => setId(''))}
      >
        {words.sendCard}
      </button>
    </div>
  )
}

/** Orders that are known here: the customer's own, and those of the back office where it is open to the same person. */
function ordersOf({ talk, around }: TalkProps): readonly OrderCard[] {
  const office = (around.apps['shop'] as { readonly orders?: readonly OrderCard[] } | undefined)?.orders ?? []
  const own = talk.orderCard
  return own === null ? office : [own, ...office.filter(order => order.no !== own.no)]
}

function optionsOf(props: TalkProps, kind: CardKind): readonly Choice[] {
  const { products, coupons } = props.view
  if (kind === 'product') return products.map(p => ({ value: p.product, zh: p.title }))
  if (kind === 'coupon') return coupons.map(c => ({ value: c.id, zh: `${c.name}（${showMoney(c.min)} − ${showMoney(c.off)}）` }))
  if (kind === 'order') return ordersOf(props).map(o => ({ value: o.no, zh: `${o.no}（${o.stateZh}）` }))
  return products.flatMap(p => p.variants.map(v => ({ value: v.sku, zh: `${p.title}（${v.sku}）` })))
}
