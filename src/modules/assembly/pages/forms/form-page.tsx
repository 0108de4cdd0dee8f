import { Link, useParams } from 'react-router'
import { instant } from '../../../../kernel/instant.ts'
import { Facts } from '../../../../ui/components/facts/facts.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import type { AnswerOf } from '../../../../ui/client.ts'
import { showInstant } from '../../../../ui/format.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { showForm, showFormFacts } from '../../contract.ts'
import { FactsSheets } from '../facts/facts-sheets.tsx'
import { ProofVerdict } from '../form-proof.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import '../assembly.css'

type View = AnswerOf<typeof showFormFacts>

/** 试卷: everything known of a form but its contents. A form never changes. */
export function FormPage() {
  const words = useWords(zh, en)
  const { formId = '' } = useParams()
  const read = useRead(showFormFacts, { params: { formId } })
  if (read.isError)
    return <RefusalNote refusal={read.error.told} next={<Link to="/forms">{words.title}</Link>} onRetry={() => void read.refetch()} />
  return read.isPending ? <WaitingSkeleton lines={8} /> : <FormView view={read.data} />
}

function FormView({ view: { form, facts } }: { readonly view: View }) {
  const words = useWords(zh, en)
  return (
    <>
      <PageHead
        title={form.title}
        purpose={`${fill(words.number, { n: form.formId.slice(0, 8).toUpperCase() })}　${words.form.purpose}`}
        trail={<Link to="/forms">{words.title}</Link>}
      />
      <FactsSheets facts={facts} head={<Origin form={form} />} side={<Proved formId={form.formId} />} />
    </>
  )
}

/** Who assembled it, when, and from which run. */
function Origin({ form }: { readonly form: View['form'] }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const run = form.runId === null ? words.form.quick : <Link to={`/assembly-runs/${form.runId}`}>{words.form.openRun}</Link>
  const facts = [
    { label: words.facts.at, value: showInstant(instant(form.assembledAt), language) },
    { label: words.facts.by, value: form.assembledBy },
    { label: words.form.origin, value: run },
    { label: words.facts.digest, value: <span className="z-proof-digest">{form.digest}</span> },
  ]
  return (
    <Sheet title={words.form.record}>
      <Facts facts={facts} />
    </Sheet>
  )
}

/** What the independent check says of the form today. */
function Proved({ formId }: { readonly formId: string }) {
  const words = useWords(zh, en)
  const read = useRead(showForm, { params: { formId } })
  if (read.isError) return <RefusalNote refusal={read.error.told} what={words.proof.what} onRetry={() => void read.refetch()} />
  if (read.isPending) return null
  return (
    <Sheet title={words.proof.table} note={words.proof.note}>
      <ProofVerdict faults={read.data.faults} />
    </Sheet>
  )
}
