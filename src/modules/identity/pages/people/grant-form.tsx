import { Button, DatePicker, Form, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import type { Grant } from '../../../../kernel/actor.ts'
import { showFieldErrors } from '../../../../ui/components/form/field-errors.ts'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { grantRole, listPeople } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { PersonRow, Place } from './person-row.ts'
import { codePattern, reachesFor, rolesToGive, type ScopeKind, scopeOf, type StaffRole } from './role-scopes.ts'

type Entered = {
  readonly role: StaffRole
  readonly kind: ScopeKind
  readonly code?: string
  readonly from: string
  readonly until?: string
}
type Props = {
  readonly person: PersonRow
  readonly giver: readonly Grant[]
  readonly today: string
  readonly places: readonly Place[]
}

const asDay = {
  getValueProps: (value?: string) => ({ value: value ? dayjs(value) : null }),
  normalize: (value: Dayjs | null) => value?.format('YYYY-MM-DD'),
}

/** Gives a role: only roles and reaches the giver may hand on are offered. */
export function GrantForm({ person, giver, today, places }: Props) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const [form] = Form.useForm<Entered>()
  const { act, busy, refusal } = useAct(grantRole, [listPeople])
  const give = async ({ role, kind, code, from, until }: Entered) => {
    const body = { role, scope: scopeOf(kind, code ?? ''), from, until: until ?? null }
    const reply = await act({ params: { personId: person.personId }, body })
    if (!reply.ok) return void showFieldErrors(form, reply.refusal, language)
    notice(fill(words.grant.done, { name: person.name, role: words.roles[role] }))
    form.resetFields()
  }
  const chooseRole = (role: StaffRole) => form.setFields([{ name: 'kind', value: reachesFor(role, giver)[0] }])
  const roles = rolesToGive(giver).map(value => ({ value, label: words.roles[value] }))
  const required = [{ required: true, message: words.register.required }]
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      initialValues={{ from: today }}
      onFinish={entered => void give(entered)}
    >
      <div className="z-grant-pair">
        <Form.Item name="role" label={words.grant.role} rules={required}>
          <Select placeholder={words.grant.choose} options={roles} onChange={chooseRole} />
        </Form.Item>
        <ReachFields giver={giver} places={places} />
        <Form.Item name="from" label={words.grant.from} rules={required} {...asDay}>
          <DatePicker allowClear={false} />
        </Form.Item>
        <Form.Item
          name="until"
          label={words.grant.until}
          dependencies={['from']}
          rules={[notBefore(() => form.getFieldValue('from') as unknown, words.grant.order)]}
          {...asDay}
        >
          <DatePicker />
        </Form.Item>
      </div>
      {refusal && !refusal.fields && <RefusalNote refusal={refusal} what={words.grant.refused} />}
      <Button type="primary" htmlType="submit" disabled={busy}>
        {words.grant.submit}
      </Button>
    </Form>
  )
}

function notBefore(first: () => unknown, message: string) {
  return {
    validator: async (_: unknown, until?: string) => {
      const from = first()
      if (until && typeof from === 'string' && until < from) throw new Error(message)
    },
  }
}

/** How far the role reaches: its kind, and the code of the place, chosen by name where names are known. */
function ReachFields({ giver, places }: Pick<Props, 'giver' | 'places'>) {
  const words = useWords(zh, en)
  const form = Form.useFormInstance()
  const role = Form.useWatch('role', form) as StaffRole | undefined
  const kind = Form.useWatch('kind', form) as ScopeKind | undefined
  if (!role) return <span />
  const kinds = reachesFor(role, giver).map(value => ({ value, label: words.people.scope[value] }))
  const pattern = kind && codePattern(kind)
  const what = kind === 'province' ? words.grant.codeProvince : words.grant.codeInstitution
  const named = places.filter(place => pattern?.test(place.code)).map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))
  return (
    <>
      <Form.Item name="kind" label={words.grant.scopeKind} rules={[{ required: true, message: words.register.required }]}>
        <Select options={kinds} onChange={() => form.setFieldsValue({ code: undefined })} />
      </Form.Item>
      {pattern && (
        <Form.Item
          name="code"
          label={named.length > 0 ? words.people.scope[kind] : what}
          rules={[{ required: true, pattern, message: fill(words.grant.needCode, { what }) }]}
        >
          {named.length > 0 ? (
            <Select showSearch={{ optionFilterProp: 'label' }} placeholder={words.grant.choose} options={named} />
          ) : (
            <Input inputMode="numeric" maxLength={8} />
          )}
        </Form.Item>
      )}
    </>
  )
}
