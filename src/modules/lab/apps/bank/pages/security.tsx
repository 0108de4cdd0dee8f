import { fill } from '../../../../../ui/words.ts'
import { ActButton } from '../../../pages/parts/act-button.tsx'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { fenOf } from '../../../pages/parts/money.ts'
import { showMoney } from '../../../../../ui/format.ts'
import { certificateField } from './certificates.ts'
import { masked } from './phone.tsx'
import type { BankProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.security

/** 安全中心: phone, certificate, way of signing in, limits; each with how it stands now. */
export function Security(props: BankProps) {
  return (
    <>
      <h2>{words.title}</h2>
      <div className="bank-cards">
        <BindPhone {...props} />
        <BindCertificate {...props} />
        <SetAuth {...props} />
        <SetLimits {...props} />
      </div>
    </>
  )
}

/** The number stands in its own form: the code is asked for by it, and given back in the next. */
function BindPhone(props: BankProps) {
  const { phone } = props.view.profile
  return (
    <section className="bank-card" aria-label={words.phone}>
      <h3>{words.phone}</h3>
      <p className="z-note">{phone === null ? words.unbound : fill(words.bound, { phone: masked(phone) })}</p>
      <CommandForm
        {...props}
        name={words.send}
        type="bank.code.send"
        fields={[{ name: 'phone', zh: words.mobile }]}
        data={v => ({ purpose: 'bind', phone: (v['phone'] ?? '').replace(/\s/g, '') })}
        submit={words.send}
        minor
        stays
      />
      <CommandForm
        {...props}
        name={words.phone}
        type="bank.phone.bind"
        fields={[{ name: 'code', zh: words.code }]}
        data={v => ({ code: (v['code'] ?? '').trim() })}
        submit={words.bind}
      />
    </section>
  )
}

function BindCertificate(props: BankProps) {
  const { certificate } = props.view.profile
  return (
    <section className="bank-card" aria-label={words.certificate}>
      <h3>{words.certificate}</h3>
      <p className="z-note bank-serial">
        {certificate === null ? words.certificateNone : fill(words.certificateBound, { serial: certificate })}
      </p>
      <CommandForm
        {...props}
        name={words.bindCertificate}
        type="bank.certificate.bind"
        fields={[certificateField(props.around, 'serial')]}
        data={v => ({ serial: (v['serial'] ?? '').trim() })}
        submit={words.bindCertificate}
      />
    </section>
  )
}

function SetAuth(props: BankProps) {
  const { view, act, busy } = props
  const now = view.user?.auth ?? 'password'
  return (
    <section className="bank-card" aria-label={words.auth}>
      <h3>{words.auth}</h3>
      <p className="z-note">{fill(words.authNow, { auth: words.auths[now] ?? now })}</p>
      <div className="lab-buttons">
        {Object.entries(words.auths)
          .filter(([auth]) => auth !== now)
          .map(([auth, zh]) => (
            <ActButton act={act} busy={busy} type="bank.auth.set" data={{ auth }} label={fill(words.use, { auth: zh })} key={auth} />
          ))}
      </div>
    </section>
  )
}

function SetLimits(props: BankProps) {
  const { profile, caps } = props.view
  return (
    <section className="bank-card" aria-label={words.limits}>
      <h3>{words.limits}</h3>
      <p className="z-note">{fill(words.limitsNow, { single: showMoney(profile.single), day: showMoney(profile.day) })}</p>
      <CommandForm
        {...props}
        name={words.limits}
        type="bank.limits.set"
        fields={[
          { name: 'single', zh: words.single, kind: 'yuan' },
          { name: 'day', zh: words.day, kind: 'yuan' },
        ]}
        data={v => ({ single: fenOf(v['single'] ?? ''), day: fenOf(v['day'] ?? '') })}
        submit={words.limitsSave}
      />
      <p className="z-note">{words.caps}</p>
      <ul className="z-note">
        {caps.map(({ auth, single, day }) => (
          <li key={auth}>
            {words.auths[auth] ?? auth}：{showMoney(single)} / {showMoney(day)}
          </li>
        ))}
      </ul>
    </section>
  )
}
