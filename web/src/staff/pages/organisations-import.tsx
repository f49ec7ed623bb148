import { TableImport } from '../import/table-import.tsx';

/** 导入单位: firms, shops and others, as a community has them in a table. */
export const OrganisationsImportPage = () => <TableImport of="organisations" />;
