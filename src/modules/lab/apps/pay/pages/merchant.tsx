import { useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { SheetTable } from '../../../pages/parts/sheet-table.tsx'
import { shortTime } from '../../../pages/desktop/clock-text.ts'
import type { Merchant, PayProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.merchant
const SIGN_TYPES = [
  ['MD5', 'MD5'],
  ['HMAC-SHA256', 'HMAC-SHA256'],
  ['RSA2', 'RSA2'],
] as const

/** 商户中心: the interface, what was told over it, and notifications to judge. */
export function MerchantCentre(props: PayProps) {
  const { merchant, rules } = props.view
  if (merchant === null) return null
  return (
    <>
      <section className="pay-part" aria-label={words.config}>
        <h2>{words.config}</h2>
        <p className="z-note">
          {merchant.config === null ? words.none : fill(words.now, { sign: merchant.config.signType, url: merchant.config.notifyUrl })}　
          {fill(words.fee, { rate: `${(rules['fee'] ?? 0) / 100}%` })}
        </p>
        <Config {...props} />
      </section>
      {merchant.samples.length > 0 && <Samples {...props} merchant={merchant} />}
      <section className="pay-part" aria-label={words.notices}>
        <h2>{words.notices}</h2>
        <SheetTable
          label={words.notices}
          columns={[{ zh: words.time }, { zh: words.order }, { zh: words.status }, { zh: words.result }]}
          rows={merchant.notices.toReversed().map(({ outNo, status, result, at }) => ({
            key: `${outNo}-${at}`,
            cells: [
              shortTime(at),
              outNo,
              <span className="lab-code" key="status">
                {status}
              </span>,
              words.results[result] ?? result,
            ],
          }))}
          empty={words.noticesNone}
        />
      </section>
    </>
  )
}

/** A key may be typed or made here; made ones are long enough and by nobody's choice. */
function Config(props: PayProps) {
  const { drafts } = props
  const [round, setRound] = useState(0)
  const make = (): void => {
    drafts.keep(words.config, { ...drafts.of(words.config), key: crypto.randomUUID().replaceAll('-', '') })
    setRound(round + 1)
  }
  return (
    <CommandForm
      {...props}
      name={words.config}
      type="pay.merchant.config"
      fields={[
        { name: 'signType', zh: words.signType, kind: 'choice', choices: SIGN_TYPES },
        { name: 'key', zh: words.key, note: words.keyNote },
        { name: 'notifyUrl', zh: words.url, note: words.urlNote },
      ]}
      data={v => ({ signType: v['signType'] ?? '', key: (v['key'] ?? '').trim(), notifyUrl: (v['notifyUrl'] ?? '').trim() })}
      submit={words.save}
      key={round}
    >
      <p className="pay-make-key">
        <button type="button" className="z-button" onClick={make}>
          {words.makeKey}
        </button>
      </p>
    </CommandForm>
  )
}

function Samples(props: PayProps & { readonly merchant: Merchant }) {
  return (
    <section className="pay-part" aria-label={words.samples}>
      <h2>{words.samples}</h2>
      <p className="z-note">{words.samplesLead}</p>
      <ul className="pay-cases">
        {props.merchant.samples.map(({ id, payload, judged }) => (
          <li className="pay-case" key={id}>
            <pre className="lab-code">{payload}</pre>
            <CommandForm
              {...props}
              name={fill(words.verdict, { id })}
              type="pay.notify.verify"
              fields={[
                {
                  name: 'verdict',
                  zh: fill(words.verdict, { id }),
                  kind: 'radio',
                  first: judged ?? '',
                  choices: Object.entries(words.verdicts),
                },
              ]}
              data={v => ({ sample: id, verdict: v['verdict'] ?? '' })}
              submit={words.judge}
            />
            <p className="z-note" role="status">
              {judged === null ? '' : fill(words.judged, { verdict: words.verdicts[judged] ?? judged })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
