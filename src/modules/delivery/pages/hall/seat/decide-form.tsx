import { clockOf, instant } from '../../../../../kernel/instant.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { INCIDENT_REASONS, decideCredit, readPending } from '../../../contract.ts'
import { needsSecond } from '../../../core/hall/duties.ts'
import { ActForm, Chips, SecondPerson, isNamed } from '../desk/act-form.tsx'
import { type Pending, useHall } from '../desk/hall.ts'
import { asksForSecond, useHallAct } from '../desk/use-hall-act.ts'
import { en as wallEn } from '../wall/words.en.ts'
import { zh as wallZh } from '../wall/words.zh.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Decides on time that the server proposed to give back. */
export function DecideForm({ credit, onDone }: { readonly credit: Pending['credits'][number]; readonly onDone: () => void }) {
  const words = useWords(zh, en).decide
  const wall = useWords(wallZh, wallEn)
  const credits = useWords(zh, en).credit
  const language = useLanguage()
  const { sitting } = useHall()
  const threshold = sitting.secondPersonOverMinutes
  const minutes = Math.ceil((credit.toAt - credit.fromAt) / 60_000)
  const form = useHallAct(decideCredit, { draft: `decide ${credit.creditId}`, fresh: () => ({ grant: true }), refresh: [readPending] })
  const { actId, grant } = form.values
  const two = needsSecond('credit', { minutes, threshold }) || asksForSecond(form.refusal)
  const decide = async () => {
    const params = { sittingId: sitting.sittingId, creditId: credit.creditId }
    const reply = await form.send({ params, body: { actId, grant, witness: two ? form.second : null } })
    if (reply.ok) onDone()
  }
  const facts = {
    scope: credit.roomLabel ?? wall.creditSite,
    from: clockOf(instant(credit.fromAt)),
    to: clockOf(instant(credit.toAt)),
    minutes,
    cause: Object.entries(INCIDENT_REASONS).find(([code]) => code === credit.cause)?.[1][language] ?? credit.cause,
  }
  return (
    <ActForm
      title={words.title}
      what={fill(words.what, facts)}
      submit={fill(grant ? words.grantIt : words.declineIt, { minutes })}
      danger={!grant}
      busy={form.busy}
      disabled={two && !isNamed(form.second)}
      refusal={form.refusal}
      onSubmit={() => void decide()}
      onCancel={onDone}
    >
      <Chips
        legend={words.choice}
        value={grant ? 'grant' : 'decline'}
        choices={[
          { key: 'grant', text: words.grant },
          { key: 'decline', text: words.decline },
        ]}
        onChange={key => form.change({ grant: key === 'grant' })}
      />
      {two && <SecondPerson act="credit" why={fill(credits.over, { minutes: threshold })} second={form.second} onChange={form.setSecond} />}
    </ActForm>
  )
}
