import { Upload } from 'antd';
import { useTranslation } from 'react-i18next';

/** One spreadsheet, dropped or chosen; `kinds` says what it may be. */
export function FileChoice({
  file,
  kinds,
  onChoose,
}: {
  file: File | undefined;
  kinds: string;
  onChoose: (file: File) => void;
}) {
  const { t } = useTranslation();
  return (
    <Upload.Dragger
      accept=".csv,.xlsx"
      maxCount={1}
      showUploadList={false}
      beforeUpload={(chosen) => {
        onChoose(chosen);
        return false;
      }}
    >
      <p className="import-drop">{file === undefined ? t('staff.import.drop') : file.name}</p>
      <p className="panel-hint">{kinds}</p>
    </Upload.Dragger>
  );
}
