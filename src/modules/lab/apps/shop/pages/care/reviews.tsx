import { useState } from '../../../../../../ui/hooks.ts'
import { fill } from '../../../../../../ui/words.ts'
import { Mark, Stars } from '../../../../pages/parts/facts.tsx'
import { AreaField } from '../../../../pages/parts/fields.tsx'
import { Ends } from '../orders/ends.tsx'
import type { Office, Review } from '../view.ts'
import { words } from './words.ts'

/** What buyers said, and the store's word to it. */
export function Reviews(props: Office) {
  const { view } = props
  return (
    <section aria-label={words.reviews}>
      <h2>{words.reviews}</h2>
      {view.reviews.length === 0 && <p className="lab-empty">{words.noReviews}</p>}
      {view.reviews.toReversed().map(review => (
        <ReviewCard {...props} review={review} key={review.id} />
      ))}
    </section>
  )
}

type Props = Office & { readonly review: Review }
type Form = 'reply' | 'report'

function ReviewCard(props: Props) {
  const { review, view } = props
  const [form, setForm] = useState<Form | null>(null)
  const { id, buyerName, stars, text, pics, more, reply, reported, product, order } = review
  const state = reported === null ? null : (words.reported[reported as keyof typeof words.reported] ?? null)
  return (
    <article className="shop-card" aria-label={id}>
      <header>
        <strong>{buyerName}</strong>
        <Stars n={stars} label={fill(words.star, { n: stars })} />
        <span className="z-note">
          {order}　{view.products.find(p => p.id === product)?.title ?? product}
          {pics > 0 && `　${fill(words.pics, { n: pics })}`}
        </span>
        {state !== null && <Mark kind={reported === 'open' ? 'open' : 'still'}>{state}</Mark>}
      </header>
      <p>{text}</p>
      {more !== null && <p>{words.more + more}</p>}
      {reply !== null && <p className="z-note">{words.replied + reply}</p>}
      <div className="lab-buttons">
        {(['reply', 'report'] as const).map(
          name =>
            (name === 'reply' || reported === null) && (
              <button
                type="button"
                className="z-button"
                key={name}
                aria-expanded={form === name}
                onClick={() => setForm(form === name ? null : name)}
              >
                {words[name]}
              </button>
            ),
        )}
      </div>
      {form !== null && <ReviewForm {...props} form={form} onDone={() => setForm(null)} key={form} />}
    </article>
  )
}

function ReviewForm(props: Props & { readonly form: Form; readonly onDone: () => void }) {
  const { review, form, ask, onDone } = props
  const [text, setText] = useState('')
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    const [type, field] = form === 'reply' ? ['shop.review.reply', 'text'] : ['shop.review.report', 'reason']
    void ask(type, { review: review.id, [field]: text.trim() }, onDone)
  }
  return (
    <form className="lab-form shop-panel" onSubmit={submit}>
      <AreaField
        label={form === 'reply' ? words.reply : words.reportReason}
        rows={2}
        maxLength={form === 'reply' ? 300 : 200}
        value={text}
        onValue={setText}
      />
      <Ends {...props} />
    </form>
  )
}
