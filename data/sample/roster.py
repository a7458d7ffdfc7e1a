"""Who there is: the consortia, their places and trades, and when each was designated. All invented but the places."""

YEARS = (2022, 2023, 2024, 2025)
LAST = YEARS[-1]

# The day on which each batch was designated.
DESIGNATED = {"1": "2023-10-10", "2": "2024-11-12", "3": "2025-09-26", "industry": "2024-07-01"}

# id, province, prefecture, trade, batch; “3-”: applies with the third batch and was not designated.
CONSORTIA = """
C001 湖南省 长沙市 工程机械 1|C002 湖南省 株洲市 轨道交通 1|C003 湖南省 岳阳市 现代石化 2|C004 江苏省 苏州市 生物医药 1
C005 江苏省 常州市 新能源 1|C006 浙江省 宁波市 绿色石化 1|C007 浙江省 温州市 电气 2|C008 广东省 深圳市 电子信息 1
C009 广东省 佛山市 装备制造 1|C010 山东省 青岛市 智能家电 1|C011 山东省 烟台市 化工新材料 1|C012 四川省 成都市 航空航天 1
C013 四川省 宜宾市 动力电池 1|C014 湖北省 武汉市 光电子 1|C015 湖北省 襄阳市 汽车 1|C016 河南省 郑州市 现代物流 1
C017 安徽省 合肥市 集成电路 1|C018 安徽省 芜湖市 机器人 2|C019 福建省 厦门市 平板显示 1|C020 江西省 赣州市 有色金属 2
C021 重庆市 500100 智能网联汽车 1|C022 北京市 110100 数字产业 1|C023 上海市 310100 高端装备 1|C024 陕西省 西安市 航空 1
C025 辽宁省 沈阳市 机床 1|C026 贵州省 贵阳市 大数据 2|C027 山东省 潍坊市 农业机械 1|C028 广东省 东莞市 消费电子 2
C029 天津市 120100 轻工 industry|C030 河北省 石家庄市 医药 industry|C031 河南省 洛阳市 轴承 1|C032 湖北省 宜昌市 磷化工 3-
C033 黑龙江省 哈尔滨市 发电设备 1|C034 云南省 昆明市 现代农业 1|C035 黑龙江省 齐齐哈尔市 重型机械 1|C036 山西省 太原市 新材料 1
C037 内蒙古自治区 包头市 稀土应用 1|C038 广西壮族自治区 柳州市 零部件 1|C039 甘肃省 兰州市 精细化工 2|C040 海南省 海口市 热带农产品 1
C041 江西省 南昌市 服务外包 1|C042 河北省 唐山市 陶瓷 1|C043 宁夏回族自治区 银川市 现代纺织 3|C044 吉林省 长春市 光学仪器 1
C045 福建省 泉州市 运动鞋服 2|C046 青海省 西宁市 光伏材料 1|C047 云南省 曲靖市 食品加工 2|C048 贵州省 遵义市 包装印刷 2
C049 甘肃省 天水市 电工器材 2|C050 新疆维吾尔自治区 乌鲁木齐市 仓储装备 1|C051 河南省 南阳市 防爆电机 1|C052 陕西省 宝鸡市 机械加工 1
C053 湖南省 衡阳市 输变电设备 2
"""

# Accepted in June 2025; one lost its title in August.
ACCEPTED, ACCEPTED_ON = ("C006", "C022", "C023", "C033", "C040", "C046"), "2025-06-20"
REMOVED, REMOVED_ON = "C038", "2025-08-15"

# Of the second batch, those that sent 2022–2024 in one file, after their designation.
LATE_STARTERS = ("C018", "C020", "C026", "C028")


class Consortium:
    def __init__(self, line):
        self.id, self.province, self.prefecture, self.trade, batch = line.split()
        self.industry = batch == "industry"
        self.batch = "" if self.industry else batch[0]
        self.designated = DESIGNATED.get(batch, "")
        short = self.province.removesuffix("市") if self.prefecture.isdigit() else self.prefecture.removesuffix("市")
        letter = "甲乙丙丁戊己庚辛壬癸"[int(self.id[1:]) % 10]
        # The lead school and enterprise bear the name of one place, so that none leads in two provinces.
        self.place, self.mark = short, f"{short}{letter}"
        self.park = f"示例·{self.mark}园区（虚构）"
        self.name = (f"示例·{letter}{self.trade}行业产教融合共同体（虚构）" if self.industry
                     else f"示例·{short}{letter}园区{self.trade}产教联合体（虚构）")
        self.school, self.enterprise = f"示例·{self.mark}职业技术学院（虚构）", f"示例·{self.mark}集团（虚构）"
        self.park_level = "国家级" if int(self.id[1:]) % 3 else "省级"
        self.sender = f"示例报送单位{self.id}（虚构）"
        self.english = self.province == "江苏省"

    @property
    def base_year(self):
        return max(2022, int(self.designated[:4]) - 1) if self.designated else 2022

    @property
    def first_report(self):
        """The year of the folder that holds the first file: the application's, as a rule."""
        return 2024 if self.id in LATE_STARTERS or self.batch == "3" or self.industry else 2021 + int(self.batch)

    @property
    def last_report(self):
        return 2024 if self.id in (REMOVED, "C025") else LAST

    def years_in(self, folder):
        """The years that the file in the folder of a year tells of."""
        return YEARS[: YEARS.index(folder) + 1] if folder == self.first_report and not self.industry else (folder,)

    def applies_in(self, folder):
        """Whether the file in the folder of a year is the application."""
        return folder == self.first_report and not self.industry and self.id not in LATE_STARTERS

    def stage(self, day):
        if self.id == REMOVED and day >= REMOVED_ON:
            return "取消资格"
        if self.id in ACCEPTED and day >= ACCEPTED_ON:
            return "通过验收"
        return "培育" if self.designated and day >= self.designated else "申报"


ROSTER = {line.split()[0]: Consortium(line) for line in CONSORTIA.replace("\n", "|").strip("|").split("|")}
MUNICIPAL = [c for c in ROSTER.values() if not c.industry]
