import { Button, DatePicker, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { UploadField } from '../../../../ui/components/form/upload-field.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { Sheet, TwoSides } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useSay } from './say.ts'

/** A form with a fault told beside its field, uploads, what is empty and what is on its way. */
export function FormSample() {
  const say = useSay()
  return (
    <>
      <PageHead
        title={say('填写申报', 'Apply')}
        purpose={say('填写后可随时保存为草稿，提交前都能修改。', 'Saved as a draft as you go; change it until you submit.')}
      />
      <TwoSides facts={<PersonForm />} evidence={<Uploads />} />
    </>
  )
}

function PersonForm() {
  const say = useSay()
  const fault = say('与身份证件上的出生日期不一致，请核对。', 'Differs from the date on the ID document.')
  const options = ['高中', '中专', '大专', '本科'].map(value => ({ value, label: value }))
  return (
    <Sheet title={say('基本信息', 'Person')}>
      <Form layout="vertical" size="large">
        <Form.Item label={say('姓名', 'Name')} required>
          <Input defaultValue="李𬱟" />
        </Form.Item>
        <Form.Item label={say('出生日期', 'Date of birth')} required help={fault} validateStatus="error">
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item label={say('学历', 'Education')}>
          <Select placeholder={say('请选择', 'Choose')} options={options} />
        </Form.Item>
        <Button type="primary" size="large">
          {say('提交申报', 'Submit')}
        </Button>
      </Form>
    </Sheet>
  )
}

function Uploads() {
  const say = useSay()
  const [file, setFile] = useState<File | null>(null)
  const [portrait, setPortrait] = useState<File | null>(null)
  return (
    <>
      <UploadField kind="photo" label={say('证件照', 'Portrait')} value={portrait} onChange={setPortrait} />
      <UploadField
        kind="evidence"
        label={say('毕业证书', 'Diploma')}
        value={file}
        onChange={setFile}
        fault={say('第二页看不清印章，请重新扫描。', 'The stamp on page two cannot be read.')}
      />
      <Sheet title={say('准考证', 'Admission ticket')}>
        <EmptyState
          what={say('还没有准考证', 'No ticket yet')}
          how={say('编场完成后，准考证会出现在这里，可以下载打印。', 'It appears here once seats are allocated.')}
          action={<Button>{say('查看考次日程', 'See the calendar')}</Button>}
        />
      </Sheet>
      <Sheet title={say('正在读取', 'On its way')}>
        <WaitingSkeleton lines={3} />
      </Sheet>
    </>
  )
}
