// The program of further threads.
import { load } from "./load.js";

load("read-thread");
