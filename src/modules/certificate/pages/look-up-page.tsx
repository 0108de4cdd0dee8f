import { Icon } from '../../../ui/components/mark/icon.tsx'
import { StateShape } from '../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { call, type Told } from '../../../ui/client.ts'
import { useEffect, useRef, useState } from '../../../ui/hooks.ts'
import { useWords } from '../../../ui/words.ts'
import { lookUpCertificate, type PublicCertificateView, verifyCertificate } from '../contract.ts'
import { CertificateCard } from './certificate-card.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Answer =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'found'; readonly certificate: PublicCertificateView }
  | { readonly kind: 'refused'; readonly told: Told }

/** The public look-up (证书查询): by number and name, or by the code scanned from the sheet. */
export function LookUpPage() {
  const words = useWords(zh, en).lookUp
  const [answer, setAnswer] = useState<Answer>({ kind: 'none' })
  const result = useRef<HTMLDivElement>(null)
  const settle = (reply: Awaited<ReturnType<typeof ask>>) =>
    setAnswer(reply.ok ? { kind: 'found', certificate: reply.value } : { kind: 'refused', told: reply.refusal })
  useEffect(() => {
    const code = new URLSearchParams(location.search).get('code')
    if (!code) return
    setAnswer({ kind: 'busy' })
    void call(verifyCertificate, { params: { code } }).then(settle)
  }, [])
  useEffect(() => {
    if (answer.kind === 'found') result.current?.scrollIntoView({ block: 'start', behavior: 'smooth' })
  }, [answer])
  const send = async (number: string, name: string) => {
    setAnswer({ kind: 'busy' })
    settle(await ask(number, name))
  }
  return (
    <div className="zc-look-up">
      <header>
        <h1>{words.title}</h1>
        <p className="z-reading">{words.lead}</p>
      </header>
      <div className="zc-look-up-sides">
        <LookUpForm busy={answer.kind === 'busy'} onSend={send} />
        <div ref={result} className="zc-result" aria-live="polite">
          {answer.kind === 'found' && <CertificateCard certificate={answer.certificate} />}
          {answer.kind === 'refused' && <RefusalNote refusal={answer.told} what={words.refused} />}
          {(answer.kind === 'none' || answer.kind === 'busy') && <Blank />}
        </div>
      </div>
    </div>
  )
}

function ask(number: string, name: string) {
  return call(lookUpCertificate, { body: { number, name } })
}

function LookUpForm({ busy, onSend }: { readonly busy: boolean; readonly onSend: (number: string, name: string) => Promise<void> }) {
  const words = useWords(zh, en).lookUp
  const [number, setNumber] = useState('')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const [noNumber, noName] = [number.trim() === '', name.trim() === '']
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault()
    setTried(true)
    if (!noNumber && !noName && !busy) void onSend(number, name)
  }
  return (
    <form className="zc-form" onSubmit={submit} noValidate>
      <Field id="zc-number" label={words.number} hint={words.numberHint} fault={tried && noNumber ? words.missingNumber : null}>
        <input
          id="zc-number"
          className="z-input zc-number-input"
          inputMode="numeric"
          autoComplete="off"
          maxLength={40}
          value={number}
          aria-invalid={tried && noNumber}
          aria-describedby="zc-number-hint"
          onInput={event => setNumber(event.currentTarget.value)}
        />
      </Field>
      <Field id="zc-name" label={words.name} hint={words.nameHint} fault={tried && noName ? words.missingName : null}>
        <input
          id="zc-name"
          className="z-input"
          autoComplete="off"
          maxLength={60}
          value={name}
          aria-invalid={tried && noName}
          aria-describedby="zc-name-hint"
          onInput={event => setName(event.currentTarget.value)}
        />
      </Field>
      <button type="submit" className="z-button z-button-primary z-button-large" disabled={busy}>
        <Icon name="search" size={18} />
        {busy ? words.busy : words.act}
      </button>
      <ul className="zc-rules">
        <li>{words.rules}</li>
        <li>{words.limits}</li>
      </ul>
    </form>
  )
}

function Field({
  id,
  label,
  hint,
  fault,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly fault: string | null
  readonly children: React.ReactNode
}) {
  return (
    <div className="zc-field">
      <label htmlFor={id}>{label}</label>
      {children}
      <p id={`${id}-hint`} className={fault ? 'zc-fault' : 'z-note'}>
        {fault && <StateShape tone="failing" />}
        {fault ?? hint}
      </p>
    </div>
  )
}

/** Where the certificate will lie. */
function Blank() {
  return (
    <svg className="zc-blank" viewBox="0 0 320 200" aria-hidden="true">
      <rect x="1" y="1" width="318" height="198" rx="6" />
      <path d="M24 40h24v24h-24zM64 46h120M64 58h72M24 96h168M24 116h128M24 136h148M24 168h72M120 168h72" />
    </svg>
  )
}
