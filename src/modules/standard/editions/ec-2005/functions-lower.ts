import type { OccupationalFunction } from '../../core/edition.ts'
import { teachingOutline, weightDeck } from './sources.ts'

/** 电子商务师国家职业标准(2005年版): 职业功能, 工作内容, 技能要求 and 相关知识 of L4 and L3. */
export const functionsLower: readonly OccupationalFunction[] = [
  {
    level: 'L4',
    function: '网络商务信息收集与处理',
    functionProvenance: weightDeck,
    tasks: [
      {
        name: '信息收集',
        skills: ['用搜索引擎与目录检索', '用问卷与列表收集'],
        knowledge: ['信息特点与分级', '检索策略'],
        provenance: 'reconstructed',
      },
      { name: '信息整理与发布', skills: ['分类存储', '在多种渠道发布'], knowledge: ['信息加工', '发布规范'], provenance: 'reconstructed' },
    ],
  },
  {
    level: 'L4',
    function: '网上商店开设与管理',
    functionProvenance: weightDeck,
    tasks: [
      {
        name: '开店',
        skills: ['注册商户并开通收款账户', '选模板、设标志与配送支付、发布网店'],
        knowledge: ['网店类型', '开店流程'],
        provenance: 'reconstructed',
      },
      {
        name: '日常管理',
        skills: ['登记商品与期初数据', '受理订单、发货、结算'],
        knowledge: ['进销存', '订单状态'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L4',
    function: '网络营销',
    functionProvenance: weightDeck,
    tasks: [
      {
        name: '推广操作',
        skills: ['发布文字与按钮广告', '使用邮件列表、电子杂志、论坛'],
        knowledge: ['营销工具', '广告形式'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L4',
    function: '电子交易',
    functionProvenance: weightDeck,
    tasks: [
      {
        name: 'B2C与C2C交易',
        skills: ['作为买方、卖方完成购物与拍卖', '互评信用'],
        knowledge: ['交易模式', '信用评价'],
        provenance: 'reconstructed',
      },
      { name: '支付与单证', skills: ['网上付款', '填写与处理网上单证'], knowledge: ['支付流程', 'EDI基础'], provenance: 'reconstructed' },
    ],
  },
  {
    level: 'L4',
    function: '电子商务物流应用',
    functionProvenance: weightDeck,
    tasks: [{ name: '配送操作', skills: ['选择配送方式', '跟踪与签收'], knowledge: ['物流概念', '配送方式'], provenance: 'reconstructed' }],
  },
  {
    level: 'L4',
    function: '电子商务安全管理',
    functionProvenance: weightDeck,
    tasks: [
      {
        name: '安全操作',
        skills: ['申请并使用数字证书', '防病毒与口令管理'],
        knowledge: ['安全需求', '加密与认证'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L3',
    function: '网页制作',
    functionProvenance: teachingOutline,
    tasks: [
      {
        name: '页面布局与编写',
        skills: ['用标题、段落、列表、表格标记编排页面', '设置字体与表格属性', '插入音视频'],
        knowledge: ['HTML文件的概念、特点、结构', '绝对与相对地址', '动态网页概念'],
        provenance: teachingOutline,
      },
    ],
  },
  {
    level: 'L3',
    function: '网络商务信息收集与交换',
    functionProvenance: teachingOutline,
    tasks: [
      {
        name: '信息收集与交换',
        skills: ['制定收集方案', '用邮件、FTP、讨论组交换'],
        knowledge: ['检索方法', '交换协议'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L3',
    function: '网络营销',
    functionProvenance: teachingOutline,
    tasks: [
      {
        name: '营销实施',
        skills: ['网上调研', '投放广告并统计效果', '经营邮件列表'],
        knowledge: ['营销组合', '效果指标'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L3',
    function: '电子交易',
    functionProvenance: teachingOutline,
    tasks: [
      {
        name: 'B2B交易',
        skills: ['询价、报价、洽谈、签约', '企业网银付款'],
        knowledge: ['电子合同', 'B2B流程'],
        provenance: 'reconstructed',
      },
      {
        name: '网上单证',
        skills: ['设计单证与流程', '生成和交换EDI报文'],
        knowledge: ['单证要素', '报文标准'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L3',
    function: '物流信息管理',
    functionProvenance: teachingOutline,
    tasks: [
      {
        name: '物流信息处理',
        skills: ['入库、出库、调拨、配送单处理', '应收应付核对'],
        knowledge: ['仓储与运输', '条码与定位'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L3',
    function: '网络采购',
    functionProvenance: teachingOutline,
    tasks: [
      {
        name: '采购与招投标',
        skills: ['编制采购计划', '网上招标、评标'],
        knowledge: ['采购方式', '供应商管理'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L3',
    function: '电子商务安全管理',
    functionProvenance: teachingOutline,
    tasks: [
      { name: '安全管理', skills: ['管理证书生命周期', '制定并检查安全制度'], knowledge: ['PKI', 'SSL与SET'], provenance: 'reconstructed' },
    ],
  },
]
