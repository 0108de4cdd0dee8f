import { DatePicker, Form, Input, Radio, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { showDate } from '../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { ID_KINDS, idDocument, type IdKind, personName } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ruleOf } from './field-check.ts'
import { idNumberHint } from './id-number-hint.ts'

/** Name and document. A resident's birth date and sex are read from the number; from other documents they are asked. */
export function PersonFields() {
  const all = useWords(zh, en)
  const words = all.register
  const language = useLanguage()
  const form = Form.useFormInstance()
  const kind = (Form.useWatch(['idDocument', 'kind'], form) as IdKind | undefined) ?? 'resident-id'
  const kinds = ID_KINDS.map(value => ({ value, label: all.kinds[value] }))
  return (
    <>
      <Form.Item name="name" label={words.name} extra={words.nameHint} rules={[ruleOf(personName, words.required, language)]}>
        <Input size="large" autoComplete="name" />
      </Form.Item>
      <Form.Item name={['idDocument', 'kind']} label={words.kind}>
        <Select size="large" options={kinds} onChange={() => form.setFields([{ name: ['idDocument', 'number'], errors: [] }])} />
      </Form.Item>
      <NumberField kind={kind} />
      {kind !== 'resident-id' && <BirthAndSex />}
    </>
  )
}

function NumberField({ kind }: { readonly kind: IdKind }) {
  const words = useWords(zh, en).register
  const language = useLanguage()
  const form = Form.useFormInstance()
  const number = (Form.useWatch(['idDocument', 'number'], form) as string | undefined) ?? ''
  const schema = {
    safeParse: (value: unknown) => idDocument.safeParse({ kind: form.getFieldValue(['idDocument', 'kind']) as IdKind, number: value }),
  }
  return (
    <Form.Item
      name={['idDocument', 'number']}
      label={words.number}
      rules={[ruleOf(schema, words.required, language)]}
      extra={kind === 'resident-id' && <NumberHint text={number} />}
    >
      <Input className="z-number-input" size="large" autoComplete="off" inputMode="text" autoCapitalize="characters" spellCheck={false} />
    </Form.Item>
  )
}

/** Said while the number is typed, politely, so that a screen reader is not flooded. */
function NumberHint({ text }: { readonly text: string }) {
  const words = useWords(zh, en).register
  const language = useLanguage()
  const hint = idNumberHint(text, language)
  return (
    <span className="z-number-hint" aria-live="polite">
      {hint.kind === 'typing' && fill(words.typing, { left: hint.left })}
      {hint.kind === 'fault' && <StateWord tone="failing">{hint.told}</StateWord>}
      {hint.kind === 'read' && (
        <StateWord tone="done">{fill(words.read, { birth: showDate(hint.birth, language), sex: words[hint.sex] })}</StateWord>
      )}
    </span>
  )
}

function BirthAndSex() {
  const words = useWords(zh, en).register
  const required = [{ required: true, message: words.required }]
  return (
    <div className="z-register-pair">
      <Form.Item
        name="birthDate"
        label={words.birthDate}
        rules={required}
        getValueProps={(value?: string) => ({ value: value ? dayjs(value) : null })}
        normalize={(value: Dayjs | null) => value?.format('YYYY-MM-DD')}
      >
        <DatePicker size="large" maxDate={dayjs()} />
      </Form.Item>
      <Form.Item name="sex" label={words.sex} rules={required}>
        <Radio.Group
          options={[
            { value: 'male', label: words.male },
            { value: 'female', label: words.female },
          ]}
        />
      </Form.Item>
    </div>
  )
}
