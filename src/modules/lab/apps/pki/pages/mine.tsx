import { fill } from '../../../../../ui/words.ts'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { SheetTable } from '../../../pages/parts/sheet-table.tsx'
import { clockText } from '../../../pages/desktop/clock-text.ts'
import { formData, formFields } from './apply.tsx'
import type { Application, PkiProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.mine

/** 查询与领取: how the applications stand; what went back is amended here, what was granted is taken here. */
export function Mine(props: PkiProps) {
  const { view } = props
  const returned = view.applications.filter(a => a.state === 'needMore')
  return (
    <>
      <section aria-label={words.list}>
        <h2>{words.list}</h2>
        <Applications {...props} />
      </section>
      {returned.map(application => (
        <Amend {...props} application={application} key={application.no} />
      ))}
      <section aria-label={words.pickup}>
        <h2>{words.pickup}</h2>
        <p className="z-note">{words.pickupLead}</p>
        <PickUp {...props} />
      </section>
      {view.requests.length > 0 && <SendRequest {...props} />}
    </>
  )
}

function Applications({ view }: PkiProps) {
  const columns = [{ zh: words.no }, { zh: words.profile }, { zh: words.subject }, { zh: words.state }, { zh: words.reason }]
  const rows = view.applications.toReversed().map(({ no, profile, subject, state, stateZh, reason, codeUntil }) => ({
    key: no,
    cells: [
      no,
      view.profiles.find(p => p.id === profile)?.zh ?? profile,
      <span key="subject">
        {subject.name}
        <span className="pki-org">{subject.org}</span>
      </span>,
      <span className={state === 'needMore' || state === 'rejected' || state === 'lapsed' ? 'pki-bad' : ''} key="state">
        {stateZh}
      </span>,
      state === 'approved' ? fill(words.codeUntil, { until: clockText(codeUntil) }) : reason,
    ],
  }))
  return <SheetTable label={words.list} columns={columns} rows={rows} empty={words.none} />
}

function Amend(props: PkiProps & { readonly application: Application }) {
  const { application, view } = props
  const title = fill(words.amend, { no: application.no })
  return (
    <section className="pki-notice" aria-label={title}>
      <h2>{title}</h2>
      <p>
        {words.reason}：<strong>{application.reason}</strong>
      </p>
      <p className="z-note">{words.amendLead}</p>
      <CommandForm
        {...props}
        name={title}
        type="pki.apply.amend"
        fields={formFields(view, application)}
        data={v => ({ no: application.no, ...formData(v) })}
        submit={words.resubmit}
      />
    </section>
  )
}

function PickUp(props: PkiProps) {
  return (
    <CommandForm
      {...props}
      name={words.pickup}
      type="pki.pickup"
      fields={[
        { name: 'no', zh: words.no },
        { name: 'code', zh: words.code },
        { name: 'store', zh: words.store, kind: 'radio', first: 'soft', choices: Object.entries(all.stores) },
      ]}
      data={v => ({ no: (v['no'] ?? '').trim(), code: (v['code'] ?? '').trim(), store: v['store'] ?? 'soft' })}
      submit={words.take}
    />
  )
}

function SendRequest(props: PkiProps) {
  const { view } = props
  return (
    <section aria-label={words.request}>
      <h2>{words.request}</h2>
      <p className="z-note">{words.requestLead}</p>
      <CommandForm
        {...props}
        name={words.request}
        type="pki.csr.submit"
        fields={[
          { name: 'no', zh: words.application, kind: 'choice', choices: view.applications.map(a => [a.no, `${a.no}（${a.stateZh}）`]) },
          { name: 'pem', zh: words.requestOf, kind: 'choice', choices: view.requests.map((r, i) => [String(i), `${i + 1}. ${r.key}.csr`]) },
        ]}
        data={v => ({ no: v['no'] ?? '', pem: view.requests[Number(v['pem'] || -1)]?.pem ?? '' })}
        submit={words.sendRequest}
        minor
      />
    </section>
  )
}
