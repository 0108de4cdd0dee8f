import type { OccupationalFunction } from '../../core/edition.ts'
import { fujianSpecification } from './sources.ts'

/** 跨境电商运营专项职业能力考核规范(福建,2020): 职业功能, 工作内容, 技能要求 and 相关知识. */
export const functions: readonly OccupationalFunction[] = [
  {
    level: 'S',
    function: '跨境平台账号申请',
    functionProvenance: fujianSpecification,
    tasks: [{ name: '跨境平台账号申请', skills: ['设置用户名称', '填写账号信息'], knowledge: [], provenance: fujianSpecification }],
  },
  {
    level: 'S',
    function: '聚优选品',
    functionProvenance: fujianSpecification,
    tasks: [{ name: '聚优选品', skills: ['单维度选品', '供应商信息采集', '上架模板设置'], knowledge: [], provenance: fujianSpecification }],
  },
  {
    level: 'S',
    function: '商品文字编辑',
    functionProvenance: fujianSpecification,
    tasks: [{ name: '商品文字编辑', skills: ['基础编辑', '变体编辑', '标签属性编辑'], knowledge: [], provenance: fujianSpecification }],
  },
  {
    level: 'S',
    function: '图片编辑与上传',
    functionProvenance: fujianSpecification,
    tasks: [
      { name: '图片编辑与上传', skills: ['主图处理', '副图处理', '命名与格式', '上传'], knowledge: [], provenance: fujianSpecification },
    ],
  },
  {
    level: 'S',
    function: '商品管理(二次优化)',
    functionProvenance: fujianSpecification,
    tasks: [{ name: '商品管理(二次优化)', skills: ['标题', '描述', '价格', '库存'], knowledge: [], provenance: fujianSpecification }],
  },
  {
    level: 'S',
    function: '订单管理',
    functionProvenance: fujianSpecification,
    tasks: [{ name: '订单管理', skills: ['列表管理', '审核', '确认'], knowledge: [], provenance: fujianSpecification }],
  },
  {
    level: 'S',
    function: '跨境物流管理',
    functionProvenance: fujianSpecification,
    tasks: [
      { name: '跨境物流管理', skills: ['方式选择与计费', '入仓', '出仓', '发货确认'], knowledge: [], provenance: fujianSpecification },
    ],
  },
  {
    level: 'S',
    function: '客服管理及模板设置',
    functionProvenance: fujianSpecification,
    tasks: [
      {
        name: '客服管理及模板设置',
        skills: ['申请客服邮箱', '绑定', '收发邮件', '邮件模板'],
        knowledge: [],
        provenance: fujianSpecification,
      },
    ],
  },
]
