import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { instant } from '../../../../../kernel/instant.ts'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { showBytes, showCount, showInstant } from '../../../../../ui/format.ts'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { closeAndBuildResult, readLateEvents, readPending, readResults, readSite } from '../../../contract.ts'
import { ActForm, Field, SecondPerson, isNamed } from '../desk/act-form.tsx'
import { mayDo, useHall } from '../desk/hall.ts'
import { useHallAct } from '../desk/use-hall-act.ts'
import { LedgerTable } from './ledger-table.tsx'
import type { Results } from './results.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** The result package: how it is built, what it holds, and whether everybody is in it. */
export function BuildStep({ results }: { readonly results: Results }) {
  const words = useWords(zh, en).build
  const { me, sitting } = useHall()
  const [begun, begin] = useState(false)
  const latest = results.results[0]
  const may = mayDo(me, 'build-result') && me.duties.includes('site-manager') && results.purgedAt === null
  return (
    <>
      {latest ? <ResultFacts latest={latest} /> : !begun && <p>{words.what}</p>}
      {results.ledger.length > 0 && <LedgerTable ledger={results.ledger} />}
      <LateWarning />
      {sitting.closedAt === null && <p className="h-warn">{words.open}</p>}
      {!may ? (
        results.purgedAt === null && <p className="z-note">{words.needs}</p>
      ) : begun ? (
        <BuildForm onEnd={() => begin(false)} />
      ) : (
        <button type="button" className={latest ? 'z-button' : 'z-button z-button-primary'} onClick={() => begin(true)}>
          {latest ? words.again : words.submit}
        </button>
      )}
    </>
  )
}

/** Late work that nobody has decided about goes into the package without effect; better decided before. */
function LateWarning() {
  const words = useWords(zh, en).build
  const { sittingId } = useHall().sitting
  const late = useRead(readLateEvents, { params: { sittingId } })
  const n = late.data?.waiting.length ?? 0
  return n === 0 ? null : (
    <p className="h-warn">
      {fill(words.late, { n })} <Link to={`/s/${sittingId}/review`}>{words.lateGo}</Link>
    </p>
  )
}

function BuildForm({ onEnd }: { readonly onEnd: () => void }) {
  const words = useWords(zh, en).build
  const { sitting } = useHall()
  const [passPhrase, setPassPhrase] = useState('')
  const [alone, setAlone] = useState(false)
  const form = useHallAct(closeAndBuildResult, {
    draft: `result ${sitting.sittingId}`,
    fresh: () => ({}),
    refresh: [readResults, readSite, readPending],
  })
  const build = async () => {
    const body = { actId: form.values.actId, passPhrase, witness: form.second, alone }
    const reply = await form.send({ params: { sittingId: sitting.sittingId }, body })
    if (!reply.ok) {
      if (reply.refusal.code === 'signing-pass-phrase') setPassPhrase('')
      return
    }
    notice(words.done)
    onEnd()
  }
  return (
    <ActForm
      title={words.submit}
      what={words.what}
      submit={form.busy ? words.building : words.submit}
      busy={form.busy}
      lacks={passPhrase === '' || !isNamed(form.second)}
      refusal={form.refusal}
      onSubmit={() => void build()}
      onCancel={onEnd}
    >
      <Field label={words.passPhrase}>
        {id => (
          <Input.Password
            id={id}
            value={passPhrase}
            autoComplete="current-password"
            onChange={event => setPassPhrase(event.target.value)}
          />
        )}
      </Field>
      {(alone || form.refusal?.code.startsWith('result-peer')) && (
        <div className="h-field">
          <Checkbox checked={alone} onChange={event => setAlone(event.target.checked)}>
            {words.alone}
          </Checkbox>
          {alone && <p className="h-warn">{words.aloneNote}</p>}
        </div>
      )}
      <SecondPerson act="build-result" second={form.second} onChange={form.setSecond} />
    </ActForm>
  )
}

function ResultFacts({ latest }: { readonly latest: Results['results'][number] }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const names: Readonly<Record<string, string>> = words.signers
  const facts = [
    [
      words.facts.root,
      <code key="root" className="h-root">
        {latest.root}
      </code>,
      words.rootHow,
    ],
    [words.facts.attempts, fill(words.people, { n: showCount(latest.attempts) }), null],
    [words.facts.events, fill(words.entries, { n: showCount(latest.events) }), null],
    [words.facts.size, showBytes(latest.byteLength, language), null],
    [words.facts.built, showInstant(instant(latest.builtAt), language), null],
    [
      words.facts.servers,
      <StateWord key="servers" tone={latest.servers === 'both' ? 'done' : latest.servers === 'one' ? 'idle' : 'waiting'} sentence>
        {words.servers[latest.servers]}
      </StateWord>,
      null,
    ],
    [words.facts.signers, latest.signers.map(one => names[one] ?? one).join(words.join), null],
    [words.facts.file, latest.fileName, null],
  ] as const
  return (
    <dl className="h-facts h-result-facts">
      {facts.map(([label, value, note]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {note && <span className="z-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
