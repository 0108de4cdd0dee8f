import { Button, Checkbox, DatePicker, Form, type FormInstance, Input, Radio, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useNavigate } from 'react-router'
import { showFieldErrors } from '../../../../ui/components/form/field-errors.ts'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { SidePanel } from '../../../../ui/components/table/side-panel.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { draftSession, readCalendar } from '../../contract.ts'
import type { Calendar } from '../answers.ts'
import { monthName, shortWeekday } from '../short-day.ts'
import { dayStory, windowStory } from './day-story.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Draft = {
  readonly nominal: string
  readonly levels: string[]
  readonly flag: 'national' | 'trial'
  readonly choice: 'rule' | 'own'
  readonly day?: Dayjs | null
  readonly overrideReason?: string
}
type Props = { readonly calendar: Calendar; /** Blank leaves the month open. */ readonly nominal: string; readonly onClose: () => void }

/** Drafts a session: month, levels, and the day of the rule or one's own with its reason. */
export function DraftPanel({ calendar, nominal, onClose }: Props) {
  const words = useWords(zh, en).draft
  const language = useLanguage()
  const navigate = useNavigate()
  const [form] = Form.useForm<Draft>()
  const { act, busy, refusal } = useAct(draftSession, [readCalendar])
  const submit = async (draft: Draft) => {
    const { day, choice, overrideReason = '', ...order } = draft
    const own = choice === 'own' ? { day: day?.format('YYYY-MM-DD') ?? '', overrideReason } : {}
    const done = await act({ body: { scheme: calendar.scheme, ...order, ...own } })
    if (!done.ok) return void showFieldErrors(form, done.refusal, language)
    notice(words.done)
    await navigate(`/sessions/${done.value.sessionId}`)
  }
  const actions = (
    <>
      <Button onClick={onClose}>{words.cancel}</Button>
      <Button type="primary" loading={busy} onClick={() => form.submit()}>
        {words.submit}
      </Button>
    </>
  )
  return (
    <SidePanel open title={words.title} onClose={onClose} actions={actions}>
      <Form<Draft> form={form} layout="vertical" initialValues={initialDraft(calendar, nominal)} onFinish={draft => void submit(draft)}>
        <DraftFields calendar={calendar} form={form} />
      </Form>
      <RefusalNote refusal={refusal} what={words.refused} />
    </SidePanel>
  )
}

/** The month asked for, or the next of the rule that has no session yet. */
function initialDraft({ entries, levels, today }: Calendar, nominal: string): Draft {
  const next = entries.find(e => e.sessions.length === 0 && e.day !== null && e.day >= today)
  return {
    nominal: nominal || (next?.nominal ?? ''),
    levels: levels.map(l => l.code),
    flag: 'national',
    choice: 'rule',
    overrideReason: '',
  }
}

function DraftFields({ calendar, form }: { readonly calendar: Calendar; readonly form: FormInstance<Draft> }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const chosen = Form.useWatch('nominal', form)
  const choice = Form.useWatch('choice', form)
  const entry = calendar.entries.find(e => e.nominal === chosen)
  const telling = { words: words.story, language, rule: calendar.rule }
  const byRule = entry?.day ? fill(words.draft.byRule, { day: shortWeekday(entry.day, calendar.year, language) }) : words.draft.noRuleDay
  const months = calendar.entries.map(e => ({
    value: e.nominal,
    label: monthName(e.nominal, language, true) + (e.sessions.length > 0 ? words.draft.exists : ''),
  }))
  return (
    <>
      <Form.Item
        name="nominal"
        label={words.draft.month}
        rules={[{ required: true, message: words.draft.monthRule }]}
        extra={entry && `${dayStory(entry, telling)}${windowStory(entry, telling)}`}
      >
        <Select options={months} />
      </Form.Item>
      <Form.Item name="levels" label={words.draft.levels} rules={[{ required: true, message: words.draft.levelsRule }]}>
        <Checkbox.Group className="z-draft-levels" options={calendar.levels.map(l => ({ value: l.code, label: l.name }))} />
      </Form.Item>
      <Form.Item name="flag" label={words.draft.flag}>
        <Radio.Group options={(['national', 'trial'] as const).map(value => ({ value, label: words.flags[value] }))} />
      </Form.Item>
      <Form.Item name="choice" label={words.draft.day}>
        <Radio.Group
          className="z-draft-levels"
          options={[
            { value: 'rule', label: byRule, disabled: entry?.day === null },
            { value: 'own', label: words.draft.own },
          ]}
        />
      </Form.Item>
      {choice === 'own' && <OwnDay />}
    </>
  )
}

function OwnDay() {
  const words = useWords(zh, en).draft
  return (
    <>
      <Form.Item name="day" label={words.ownDay} rules={[{ required: true, message: words.ownDayRule }]}>
        <DatePicker />
      </Form.Item>
      <Form.Item
        name="overrideReason"
        label={words.reason}
        extra={words.reasonHint}
        rules={[{ required: true, whitespace: true, message: words.reasonRule }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
      </Form.Item>
    </>
  )
}
