import { Button, DatePicker, Form, type FormInstance, Input, Popconfirm, Radio, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { listInstitutions } from '../../../institution/contract.ts'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { SidePanel } from '../../../../ui/components/table/side-panel.tsx'
import { useAct, useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { closeSession, publishSession, readCalendar, type SessionView, showSession } from '../../contract.ts'
import { shortWeekday } from '../short-day.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Publication = {
  readonly window: 'rule' | 'own'
  readonly opensOn?: Dayjs
  readonly closesOn?: Dayjs
  readonly windowReason?: string
  readonly reach: 'all' | 'own'
  readonly sites?: readonly string[]
}

/** Publishes a draft: with the window of the rule or another with its reason, at all authorised sites or some. */
export function PublishSession({ session }: { readonly session: SessionView }) {
  const words = useWords(zh, en).publish
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<Publication>()
  const { act, busy, refusal } = useAct(publishSession, [showSession, readCalendar])
  const submit = async (publication: Publication) => {
    const done = await act({ params: { sessionId: session.sessionId }, body: bodyOf(publication) })
    if (!done.ok) return
    notice(words.done)
    setOpen(false)
  }
  const actions = (
    <>
      <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
      <Button type="primary" loading={busy} onClick={() => form.submit()}>
        {words.submit}
      </Button>
    </>
  )
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.action}
      </Button>
      <SidePanel open={open} title={fill(words.title, { code: session.code })} onClose={() => setOpen(false)} actions={actions}>
        <p>{words.intro}</p>
        <Form<Publication>
          form={form}
          layout="vertical"
          initialValues={{ window: 'rule', reach: 'all' }}
          onFinish={values => void submit(values)}
        >
          <WindowFields session={session} form={form} />
          <SiteFields form={form} />
        </Form>
        <RefusalNote refusal={refusal} what={words.refused} />
      </SidePanel>
    </>
  )
}

function bodyOf({ window, opensOn, closesOn, windowReason = '', reach, sites }: Publication) {
  const own = window === 'own' && opensOn && closesOn
  return {
    ...(own && { opensOn: opensOn.format('YYYY-MM-DD'), closesOn: closesOn.format('YYYY-MM-DD'), windowReason }),
    ...(reach === 'own' && sites && { sites: [...sites] }),
  }
}

type FieldProps = { readonly form: FormInstance<Publication> }

function WindowFields({ session, form }: FieldProps & { readonly session: SessionView }) {
  const words = useWords(zh, en).publish
  const language = useLanguage()
  const year = Number(session.nominal.slice(0, 4))
  const calendar = useRead(readCalendar, { query: { scheme: session.scheme, year } })
  const chosen = Form.useWatch('window', form)
  const entry = calendar.data?.entries.find(e => e.nominal === session.nominal && e.day === session.day)
  const day = (text: string) => shortWeekday(text, year, language)
  const byRule =
    entry?.opensOn && entry.closesOn ? fill(words.byRule, { from: day(entry.opensOn), until: day(entry.closesOn) }) : words.byRuleBlank
  const rules = [{ required: true, message: words.dayRule }]
  return (
    <>
      <Form.Item name="window" label={words.window}>
        <Radio.Group
          className="z-choices"
          options={[
            { value: 'rule', label: byRule },
            { value: 'own', label: words.own },
          ]}
        />
      </Form.Item>
      {chosen === 'own' && (
        <>
          <Form.Item name="opensOn" label={words.opensOn} rules={rules}>
            <DatePicker />
          </Form.Item>
          <Form.Item name="closesOn" label={words.closesOn} rules={rules}>
            <DatePicker />
          </Form.Item>
          <Form.Item name="windowReason" label={words.reason} rules={[{ required: true, whitespace: true, message: words.reasonRule }]}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
          </Form.Item>
        </>
      )}
    </>
  )
}

function SiteFields({ form }: FieldProps) {
  const words = useWords(zh, en).publish
  const reach = Form.useWatch('reach', form)
  const read = useRead(listInstitutions, { query: {} }, { enabled: reach === 'own' })
  const sites = (read.data?.institutions ?? []).filter(institution => institution.seats > 0)
  return (
    <>
      <Form.Item name="reach" label={words.sites}>
        <Radio.Group
          className="z-choices"
          options={[
            { value: 'all', label: words.allSites },
            { value: 'own', label: words.ownSites },
          ]}
        />
      </Form.Item>
      {reach === 'own' && (
        <Form.Item name="sites" rules={[{ required: true, message: words.sitesRule }]}>
          <Select
            mode="multiple"
            loading={read.isPending}
            optionFilterProp="label"
            aria-label={words.ownSites}
            placeholder={words.sitesRule}
            options={sites.map(site => ({ value: site.code, label: `${site.name}（${site.code}）` }))}
          />
        </Form.Item>
      )}
    </>
  )
}

/** Closes registration once its window is over. */
export function CloseRegistration({ session }: { readonly session: SessionView }) {
  const words = useWords(zh, en).close
  const { act, busy, refusal } = useAct(closeSession, [showSession, readCalendar])
  const close = async () => {
    const done = await act({ params: { sessionId: session.sessionId }, body: {} })
    if (done.ok) notice(words.done)
  }
  return (
    <div className="z-head-act">
      <Popconfirm
        title={words.sure}
        okText={words.yes}
        cancelText={words.no}
        placement="bottomRight"
        icon={null}
        onConfirm={() => void close()}
      >
        <Button type="primary" loading={busy}>
          {words.action}
        </Button>
      </Popconfirm>
      <RefusalNote refusal={refusal} what={words.refused} />
    </div>
  )
}
