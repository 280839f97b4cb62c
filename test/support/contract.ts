export { everyRequest, type RequestFacts } from '../../shared/contract/every-request.ts';
