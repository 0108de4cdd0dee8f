import { Button, Radio } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { dayOf, instant } from '../../../../kernel/instant.ts'
import { daysBetween } from '../../../../kernel/local-date.ts'
import { Facts } from '../../../../ui/components/facts/facts.tsx'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { showDate, showDay } from '../../../../ui/format.ts'
import type { AnswerOf } from '../../../../ui/client.ts'
import { useAct, useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { whoAmI } from '../../../identity/contract.ts'
import { STATE_WORDS, listOwnApplications, listRounds, startApplication } from '../../contract.ts'
import { stateTones } from '../tones.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import '../registration.css'
import './apply.css'

type Round = AnswerOf<typeof listRounds>['rounds'][number]
const STANDINGS: readonly Round['standing'][] = ['open', 'before', 'closed']

/** 我要报名: the sessions that take applications, each with the way into its form. */
export function RoundsPage() {
  const words = useWords(zh, en).rounds
  const language = useLanguage()
  const read = useRead(listRounds, {})
  const who = useRead(whoAmI, {})
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  if (read.isPending || who.isPending) return <WaitingSkeleton lines={6} />
  const open = read.data.rounds.filter(round => round.standing === 'open')
  const first = open[0]
  const waiting = first && fill(words.waiting, { n: open.length, date: showDate(dayOf(instant(first.closesAt - 1)), language) })
  const now = who.data?.now ?? 0
  return (
    <>
      <PageHead title={words.title} purpose={words.purpose} waiting={waiting} />
      {read.data.rounds.length === 0 && <EmptyState what={words.emptyWhat} how={words.emptyHow} />}
      <div className="z-stack">
        {openFirst(read.data.rounds).map(round => (
          <RoundSheet key={round.roundId} round={round} now={now} />
        ))}
      </div>
    </>
  )
}

/** What can be applied for now stands first, then what comes, then what is over, the latest of these first. */
function openFirst(rounds: readonly Round[]): readonly Round[] {
  const sign = (round: Round) => (round.standing === 'closed' ? -round.closesAt : round.closesAt)
  return rounds.toSorted((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) || sign(a) - sign(b))
}

function RoundSheet({ round, now }: { readonly round: Round; readonly now: number }) {
  const words = useWords(zh, en).rounds
  const language = useLanguage()
  const last = dayOf(instant(round.closesAt - 1))
  const left = daysBetween(dayOf(instant(now)), last)
  const standing = {
    before: <StateWord tone="idle">{fill(words.before, { date: showDate(dayOf(instant(round.opensAt)), language) })}</StateWord>,
    open: <StateWord tone={left <= 7 ? 'waiting' : 'running'}>{left > 0 ? fill(words.left, { n: left }) : words.lastDay}</StateWord>,
    closed: <StateWord tone="ended">{words.closed}</StateWord>,
  }[round.standing]
  const facts = [
    { label: words.window, value: <DaySpan from={showDay(dayOf(instant(round.opensAt)), language)} until={showDay(last, language)} /> },
    { label: words.reference, value: showDate(round.referenceDate, language) },
    { label: words.edition, value: round.editionTitle },
    {
      label: words.sites,
      value:
        round.sites.length > 3
          ? fill(words.siteCount, { n: round.sites.length })
          : round.sites.map(s => s.name).join(language === 'zh' ? '、' : ', '),
    },
  ]
  return (
    <Sheet title={`${fill(words.session, { code: round.code })}${round.flag === 'trial' ? ` ${words.trial}` : ''}`} actions={standing}>
      <Facts facts={facts} columns={2} />
      {round.ownApplicationId === null ? round.standing === 'open' && <StartForm round={round} /> : <OwnWay round={round} />}
    </Sheet>
  )
}

/** From–to that breaks only after the dash. */
function DaySpan({ from, until }: { readonly from: string; readonly until: string }) {
  return (
    <>
      <span className="z-whole">{from}—</span>
      <wbr />
      <span className="z-whole">{until}</span>
    </>
  )
}

function OwnWay({ round }: { readonly round: Round }) {
  const words = useWords(zh, en).rounds
  const language = useLanguage()
  const { ownState, ownApplicationId } = round
  if (ownState === null) return null
  const changeable = ownState === 'draft' || ownState === 'returned'
  return (
    <div className="z-round-own">
      <StateWord tone={stateTones[ownState]} strong>
        {STATE_WORDS[ownState][language]}
      </StateWord>
      <Link
        className={changeable ? 'z-button z-button-primary' : 'z-button'}
        to={`/my-applications/${ownApplicationId}${changeable ? '/form' : ''}`}
      >
        {changeable ? words.continue : words.open}
      </Link>
    </div>
  )
}

function StartForm({ round }: { readonly round: Round }) {
  const words = useWords(zh, en).rounds
  const navigate = useNavigate()
  const [level, setLevel] = useState(round.levels[0]?.code ?? '')
  const { act, busy, refusal } = useAct(startApplication, [listRounds, listOwnApplications])
  const start = async () => {
    const reply = await act({ body: { roundId: round.roundId, level } })
    if (reply.ok) await navigate(`/my-applications/${reply.value.applicationId}/form`)
  }
  return (
    <div className="z-round-start">
      <p className="z-round-level">{words.level}</p>
      <Radio.Group
        value={level}
        options={round.levels.map(l => ({ value: l.code, label: l.name }))}
        onChange={event => setLevel(String(event.target.value))}
      />
      <Button type="primary" size="large" loading={busy} onClick={() => void start()}>
        {words.start}
      </Button>
      <RefusalNote refusal={refusal} what={words.refused} />
    </div>
  )
}
