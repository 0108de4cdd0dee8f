import { Button } from 'antd'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { instant } from '../../../kernel/instant.ts'
import { EmptyState } from '../../../ui/components/page/empty-state.tsx'
import { notice } from '../../../ui/components/page/notices.tsx'
import { PageHead } from '../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import type { Column } from '../../../ui/components/table/table-column.ts'
import { useTableState } from '../../../ui/components/table/use-table-state.ts'
import { type RowPanel, WorkTable } from '../../../ui/components/table/work-table.tsx'
import type { AnswerOf } from '../../../ui/client.ts'
import { showInstant, showMinutes } from '../../../ui/format.ts'
import { useAct, useRead } from '../../../ui/use-endpoint.ts'
import { fill, type Language, useLanguage, useWords } from '../../../ui/words.ts'
import { listForms, requestForm } from '../contract.ts'
import { FormPlace, useFormPlace } from './form-place.tsx'
import { FormProof } from './form-proof.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './assembly.css'

type FormRow = AnswerOf<typeof listForms>['forms'][number]

/** 组卷: one act assembles a form by the weight table; each form opens with its proof. */
export function AssemblyPage() {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { chosen } = useFormPlace()
  const columns = useMemo(() => columnsIn(language), [language])
  const { change } = useTableState(columns)
  const { editionId, level, workType } = chosen
  const read = useRead(listForms, { query: { editionId, level } })
  const { act, busy, refusal } = useAct(requestForm, [listForms])
  const assemble = async () => {
    const reply = await act({ body: { editionId, level, workType } })
    if (!reply.ok) return
    notice(words.act.done)
    change({ open: reply.value.formId })
  }
  const action = (
    <Button type="primary" loading={busy} onClick={() => void assemble()}>
      {words.act.assemble}
    </Button>
  )
  return (
    <>
      <PageHead title={words.title} purpose={words.purpose} more={<FormPlace />} action={action} />
      <div className="z-stack">
        <RefusalNote refusal={refusal} what={words.act.refused} />
        {read.isError ? (
          <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
        ) : (
          <WorkTable
            name={words.title}
            rows={read.data?.forms}
            columns={columns}
            keyOf={row => row.formId}
            searchHint={words.hint}
            empty={<EmptyState what={words.empty.what} how={words.empty.how} />}
            panel={formPanel}
          />
        )}
      </div>
    </>
  )
}

function formPanel(row: FormRow): RowPanel {
  return {
    title: row.title,
    state: <FormNumber row={row} />,
    body: <FormProof key={row.formId} formId={row.formId} />,
    actions: <OpenForm formId={row.formId} />,
  }
}

function OpenForm({ formId }: { readonly formId: string }) {
  const words = useWords(zh, en)
  return <Link to={`/forms/${formId}`}>{words.form.open}</Link>
}

function FormNumber({ row }: { readonly row: FormRow }) {
  const words = useWords(zh, en)
  return <span className="z-note">{fill(words.number, { n: numberOf(row) })}</span>
}

/** The first part of the form's id: short enough to be read out, long enough to tell forms apart. */
function numberOf(row: FormRow): string {
  return row.formId.slice(0, 8).toUpperCase()
}

function columnsIn(language: Language): readonly Column<FormRow>[] {
  const titles = { zh, en }[language].columns
  return [
    { key: 'number', title: titles.number, text: numberOf },
    { key: 'title', title: titles.title, text: row => row.title },
    {
      key: 'assembledAt',
      title: titles.assembledAt,
      text: row => row.assembledAt,
      show: row => showInstant(instant(row.assembledAt), language),
    },
    { key: 'assembledBy', title: titles.assembledBy, text: row => row.assembledBy },
    { key: 'items', title: titles.items, text: row => row.items, number: true },
    { key: 'minutes', title: titles.minutes, text: row => row.minutes, show: row => showMinutes(row.minutes, language), number: true },
    {
      key: 'digest',
      title: titles.digest,
      text: row => row.digest,
      show: row => <span className="z-proof-digest">{row.digest.slice(0, 12)}</span>,
    },
  ]
}
