// The Treatment section of docs/frameworks.md in React.
import { createRoot } from "react-dom/client";
import { ready } from "./lines";
import { Treatment } from "./Treatment";

await ready;
createRoot(document.body.appendChild(document.createElement("main"))).render(<Treatment />);
