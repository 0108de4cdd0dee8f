import { Button, DatePicker, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { notice as say } from '../../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { SidePanel } from '../../../../../ui/components/table/side-panel.tsx'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { enterHolidays, readCalendar } from '../../../contract.ts'
import type { Calendar } from '../../answers.ts'
import { holidayLists, type HolidayRow, holidayRows } from './holiday-form.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Break = { readonly span?: readonly [Dayjs, Dayjs] | null; readonly work?: readonly Dayjs[] | null }
type Values = { readonly notice: string; readonly breaks: readonly Break[] }
const iso = (day: Dayjs | undefined) => day?.format('YYYY-MM-DD') ?? ''

/** Founds or amends the holiday table of a year from the official notice. */
export function HolidayPanel({ calendar, onClose }: { readonly calendar: Calendar; readonly onClose: () => void }) {
  const words = useWords(zh, en).holidays
  const [form] = Form.useForm<Values>()
  const { act, busy, refusal } = useAct(enterHolidays, [readCalendar])
  const { year } = calendar
  const rows = holidayRows(calendar)
  const stands = calendar.tables.some(table => table.year === year && table.notice !== null)
  const submit = async ({ notice, breaks }: Values) => {
    const filled = rows.map((row, at) => filledRow(row, breaks[at]))
    const done = await act({ body: { year, whole: true, ...holidayLists(filled), ordinary: [], notice } })
    if (!done.ok) return
    say(words.done)
    onClose()
  }
  const initial = { notice: '', breaks: rows.map(breakOf) }
  const actions = (
    <>
      <Button onClick={onClose}>{words.cancel}</Button>
      <Button type="primary" loading={busy} onClick={() => form.submit()}>
        {words.submit}
      </Button>
    </>
  )
  return (
    <SidePanel open title={fill(stands ? words.amend : words.title, { year })} onClose={onClose} actions={actions}>
      <p>{words.intro}</p>
      <Form<Values> form={form} layout="vertical" initialValues={initial} onFinish={values => void submit(values)}>
        <Form.Item name="notice" label={words.notice} rules={[{ required: true, whitespace: true, message: words.noticeRule }]}>
          <Input maxLength={200} />
        </Form.Item>
        <BreakFields rows={rows} year={year} />
      </Form>
      <RefusalNote refusal={refusal} what={words.refused} />
    </SidePanel>
  )
}

function BreakFields({ rows, year }: { readonly rows: readonly HolidayRow[]; readonly year: number }) {
  const words = useWords(zh, en).holidays
  const language = useLanguage()
  const bounds = { minDate: dayjs(`${year}-01-01`), maxDate: dayjs(`${year}-12-31`) }
  return (
    <ol className="z-holiday-rows">
      {rows.map((row, at) => (
        <li key={row.zh}>
          <h3>{row[language]}</h3>
          <Form.Item name={['breaks', at, 'span']} label={words.off}>
            <DatePicker.RangePicker {...bounds} allowEmpty={[true, true]} placeholder={[words.from, words.until]} />
          </Form.Item>
          <Form.Item name={['breaks', at, 'work']} label={words.work}>
            <DatePicker {...bounds} multiple maxTagCount="responsive" />
          </Form.Item>
        </li>
      ))}
    </ol>
  )
}

function breakOf({ from, until, work }: HolidayRow): Break {
  return { span: from ? [dayjs(from), dayjs(until)] : null, work: work.map(day => dayjs(day)) }
}

function filledRow(row: HolidayRow, filled: Break | undefined): HolidayRow {
  return { ...row, from: iso(filled?.span?.[0]), until: iso(filled?.span?.[1]), work: (filled?.work ?? []).map(iso) }
}
